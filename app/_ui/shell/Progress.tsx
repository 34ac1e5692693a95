'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'

const view = (path: string, query: string) => (query ? `${path}?${query}` : path)

/**
 * A line under the header while the next page is being made. The page that is left stays as it is until then, so nothing jumps; a navigation that is quick
 * shows no line at all.
 */
export function Progress() {
  const here = view(usePathname(), useSearchParams().toString())
  const [left, setLeft] = useState<string | null>(null)
  useEffect(() => {
    // At the window, after the router has said by `preventDefault` that it takes the link: downloads and full loads are the browser's to show.
    const follow = ({ target, defaultPrevented }: MouseEvent) => {
      const link = target instanceof Element ? target.closest('a') : null
      if (!link || !defaultPrevented || link.dataset.open) return
      const to = view(link.pathname, link.search.slice(1))
      if (to !== view(location.pathname, location.search.slice(1))) setLeft(here)
    }
    window.addEventListener('click', follow)
    return () => window.removeEventListener('click', follow)
  }, [here])
  return left === here ? <div className="progress" aria-hidden="true" /> : null
}

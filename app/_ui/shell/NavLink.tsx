'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

/** A link to one of the pages, marked while the reader is on it or below it. */
export function NavLink({ href, text }: { href: string; text: string }) {
  const path = usePathname()
  const here = href === '/' ? path === '/' : path.startsWith(href)
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={here ? 'page' : undefined}
      className={`rounded-md px-1.5 py-1 hover:bg-well hover:text-ink sm:px-2.5 ${here ? 'font-medium text-ink' : 'text-soft'}`}
    >
      {text}
    </Link>
  )
}

'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

/** A link to one of the pages, marked while the reader is on it or below it. */
export function NavLink({ href, text, className }: { href: string; text: string; className: string }) {
  const path = usePathname()
  const here = href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={here ? 'page' : undefined}
      className={`${className} hover:text-ink ${here ? 'font-medium text-ink' : 'text-soft'}`}
    >
      {text}
    </Link>
  )
}

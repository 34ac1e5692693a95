import Link from 'next/link'
import { common } from '../messages/common'
import type { Theme } from '../theme/cookie'
import { ThemeToggle } from '../theme/ThemeToggle'
import { Mark } from './Mark'
import { NavLink } from './NavLink'

const pages = [
  { href: '/', text: common.nav.board },
  { href: '/events', text: common.nav.events },
  { href: '/claims', text: common.nav.claims },
  { href: '/data', text: common.nav.data },
]

/** Name, pages, colours. The first thing the keyboard reaches is the way past it. */
export function Header({ theme }: { theme: Theme }) {
  return (
    <>
      <a
        href="#content"
        className="sr-only z-10 rounded-md bg-ink px-3 py-2 text-page focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        {common.skip}
      </a>
      <header className="no-print border-line border-b bg-panel">
        <div className="mx-auto flex h-12 max-w-[90rem] items-center gap-2 px-4 sm:gap-6 lg:px-6">
          <Link
            href="/"
            prefetch={false}
            className="flex items-center gap-2 font-semibold text-[0.9375rem] tracking-tight"
          >
            <Mark />
            <span className="max-sm:sr-only">{common.product}</span>
          </Link>
          <nav aria-label={common.nav.label} className="flex items-center sm:gap-1">
            {pages.map(({ href, text }) => (
              <NavLink key={href} href={href} text={text} />
            ))}
          </nav>
          <div className="ml-auto">
            <ThemeToggle initial={theme} />
          </div>
        </div>
      </header>
    </>
  )
}

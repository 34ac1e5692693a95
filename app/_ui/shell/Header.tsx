import Link from 'next/link'
import { useTexts } from '../i18n/texts'
import { commonTexts } from '../messages/common'
import type { Display } from '../theme/cookie'
import { ThemeToggle } from '../theme/ThemeToggle'
import { Mark } from './Mark'
import { NavLink } from './NavLink'

const pages = [
  { href: '/', name: 'board' },
  { href: '/events', name: 'events' },
  { href: '/claims', name: 'claims' },
  { href: '/data', name: 'data' },
] as const

/** Name, pages, colours. The first thing the keyboard reaches is the way past it. */
export function Header({ display }: { display: Display }) {
  const common = useTexts(commonTexts)
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
            {pages.map(({ href, name }) => (
              <NavLink key={href} href={href} text={common.nav[name]} />
            ))}
          </nav>
          <div className="ml-auto">
            <ThemeToggle initial={display.theme} />
          </div>
        </div>
      </header>
    </>
  )
}

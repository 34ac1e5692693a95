import Link from 'next/link'
import type { Caller } from '@/lib/access/caller'
import type { Display } from '@/lib/api/display'
import { AccountMenu } from '../account/AccountMenu'
import { Icon } from '../frame/Icon'
import { Menu } from '../frame/Menu'
import { useTexts } from '../i18n/texts'
import { LiveState } from '../live/LiveState'
import { commonTexts } from '../messages/common'
import { shellTexts } from '../messages/shell'
import { DisplayMenu } from '../theme/DisplayMenu'
import { Mark } from './Mark'
import { NavLink } from './NavLink'
import { Progress } from './Progress'
import { pages } from './pages'
import { Shortcuts } from './Shortcuts'

interface HeaderProps {
  readonly display: Display
  readonly who: Caller
  /** Where the server's log of changes stood when the page was made: the live stream begins there. */
  readonly liveSince: string | null
}

/** Name, pages, search, the state of the live stream, display, account. The first thing the keyboard reaches is the way past it. */
export function Header({ display, who, liveSince }: HeaderProps) {
  const [common, texts] = [useTexts(commonTexts), useTexts(shellTexts)]
  const links = (className: string) =>
    pages.map(({ href, name }) => <NavLink key={href} href={href} text={common.nav[name]} className={className} />)
  return (
    <>
      <a
        href="#content"
        className="sr-only z-30 rounded-md bg-ink px-3 py-2 text-page focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        {texts.skip}
      </a>
      <header className="no-print relative border-line border-b bg-panel">
        <div className="mx-auto flex h-12 max-w-[90rem] items-center gap-1 px-4 md:gap-4 lg:px-6">
          <Link
            href="/"
            prefetch={false}
            className="flex items-center gap-2 font-semibold text-[0.9375rem] tracking-tight"
          >
            <Mark />
            <span>{common.product}</span>
          </Link>
          <nav aria-label={common.nav.label} className="flex items-center max-md:hidden lg:gap-1">
            {links('rounded-md px-2.5 py-1 hover:bg-well')}
          </nav>
          <div className="ml-auto flex items-center gap-1">
            <LiveState since={liveSince} />
            <a
              href="/search"
              data-open="search"
              aria-keyshortcuts="/"
              title={`${texts.search} ( / )`}
              className="flex h-7 items-center gap-2 rounded-md px-1.5 text-faint hover:bg-well hover:text-ink md:w-44 md:border md:border-line md:px-2"
            >
              <Icon name="search" />
              <span className="max-md:sr-only">{texts.search}</span>
              <span className="ml-auto max-md:hidden" aria-hidden="true">
                <kbd>/</kbd>
              </span>
            </a>
            <DisplayMenu initial={display} texts={texts.display} />
            <AccountMenu who={who} />
            <div className="md:hidden">
              <Menu label={common.nav.label} icon={<Icon name="menu" />}>
                <nav aria-label={common.nav.label}>{links('menu-item')}</nav>
              </Menu>
            </div>
          </div>
        </div>
        <Progress />
      </header>
      <Shortcuts />
    </>
  )
}

import Link from 'next/link'
import type { Caller } from '@/lib/access/caller'
import { Icon } from '../frame/Icon'
import { Menu } from '../frame/Menu'
import { useTexts } from '../i18n/texts'
import { formTexts } from '../messages/form'
import { signInTexts } from '../messages/signIn'
import { SignInLink } from './SignInLink'
import { SignOut } from './SignOut'

/** In the header: who is signed in and where they may go, or the way to sign in. */
export function AccountMenu({ who }: { who: Caller }) {
  const [{ menu, roles }, { problems }] = [useTexts(signInTexts), useTexts(formTexts)]
  const { account, scopes, via } = who
  if (via !== 'session' || account === undefined) return <SignInLink text={menu.signIn} />
  return (
    <Menu label={menu.label(account.name)} icon={<Icon name="person" />}>
      <div className="mb-1 max-w-60 border-line border-b px-2.5 pt-1 pb-1.5">
        <p className="wrap-anywhere font-medium text-ink">{account.name}</p>
        <p className="wrap-anywhere text-faint">{account.email}</p>
        <p className="text-faint">{roles[account.role]}</p>
      </div>
      <Link href="/account" prefetch={false} className="menu-item">
        {menu.account}
      </Link>
      <Link href="/account/alerts" prefetch={false} className="menu-item">
        {menu.alerts}
      </Link>
      {scopes.includes('annotate') && (
        <Link href="/admin" prefetch={false} className="menu-item">
          {menu.admin}
        </Link>
      )}
      <SignOut text={menu.signOut} failed={problems['no-answer']} />
    </Menu>
  )
}

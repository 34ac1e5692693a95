import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { member, ownAccount } from '@/app/_data/account'
import { KeyTable } from '@/app/_ui/account/KeyTable'
import { NewKey } from '@/app/_ui/account/NewKey'
import { readLanguage } from '@/app/_ui/i18n/request'
import { accountTexts } from '@/app/_ui/messages/account'
import { signInTexts } from '@/app/_ui/messages/signIn'
import { Panel } from '@/app/_ui/Panel'
import { keyScopes, mayGiveKey } from '@/lib/store/account/role'
import { Browsers } from './Browsers'
import { NameForm } from './NameForm'
import { Passkeys } from './Passkeys'
import { PasswordForm } from './PasswordForm'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountTexts[await readLanguage()].title, robots: { index: false } }
}

export default async function AccountPage() {
  const language = await readLanguage()
  const who = await member()
  if (who === null) redirect('/sign-in?next=/account')
  const [texts, { roles }] = [accountTexts[language], signInTexts[language]]
  const { email, name, role, passkeys, sessions, keys } = await ownAccount(who, new Date())
  return (
    <div className="space-y-4">
      <div>
        <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
        <p className="wrap-anywhere text-lead text-soft">
          {email} · {roles[role]}
        </p>
      </div>
      <div className="grid grid-cols-1 items-start gap-4 md:grid-cols-2">
        <Panel title={texts.you.title}>
          <div className="px-4 pb-4">
            <NameForm name={name} />
          </div>
        </Panel>
        <Panel title={texts.passkeys.title} note={texts.passkeys.note}>
          <Passkeys passkeys={passkeys} />
        </Panel>
        <Panel title={texts.password.title} note={texts.password.note}>
          <div className="px-4 pb-4">
            <PasswordForm email={email} />
          </div>
        </Panel>
      </div>
      <Panel title={texts.browsers.title} note={texts.browsers.note}>
        <Browsers browsers={sessions} />
      </Panel>
      <Panel title={texts.keys.title} note={texts.keys.note}>
        <KeyTable keys={keys} owners={false} />
        <div className="border-line border-t p-4">
          <NewKey scopes={keyScopes.filter((scope) => mayGiveKey(role, scope))} />
        </div>
      </Panel>
    </div>
  )
}

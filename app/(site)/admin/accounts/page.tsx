import type { Metadata } from 'next'
import { accountsData, member } from '@/app/_data/account'
import { KeyTable } from '@/app/_ui/account/KeyTable'
import { readLanguage } from '@/app/_ui/i18n/request'
import { accountTexts } from '@/app/_ui/messages/account'
import { accountsTexts } from '@/app/_ui/messages/accounts'
import { Panel } from '@/app/_ui/Panel'
import { gate } from '../gate'
import { AccountRow } from './AccountRow'
import { InviteForm } from './InviteForm'
import { Invites } from './Invites'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountsTexts[await readLanguage()].title }
}

export default async function AccountsPage() {
  const shut = await gate('admin', '/admin/accounts')
  if (shut) return shut
  const language = await readLanguage()
  const [texts, { keys: keyTexts }] = [accountsTexts[language], accountTexts[language]]
  const [{ accounts, invites, keys }, me] = await Promise.all([accountsData(new Date()), member()])
  const admins = accounts.filter(({ role, disabled }) => role === 'admin' && !disabled)
  return (
    <div className="space-y-4">
      <div>
        <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
        <p className="max-w-prose text-lead text-soft">{texts.lead}</p>
      </div>
      <Panel title={texts.list.title} note={texts.list.note(accounts.length, admins.length)}>
        <ul className="divide-y divide-line border-line border-t">
          {accounts.map((account) => (
            <AccountRow key={account.id} account={account} own={account.id === me?.userId} />
          ))}
        </ul>
      </Panel>
      <Panel title={texts.invite.title}>
        <div className="space-y-4 px-4 pb-4">
          <InviteForm />
          {invites.length > 0 && <Invites invites={invites} />}
        </div>
      </Panel>
      <Panel title={texts.keys} note={keyTexts.allNote}>
        <KeyTable keys={keys} owners />
      </Panel>
    </div>
  )
}

'use client'

import { useState } from 'react'
import { Badge } from '@/app/_ui/Badge'
import { ConfirmButton } from '@/app/_ui/form/ConfirmButton'
import { Select } from '@/app/_ui/form/controls'
import { Field } from '@/app/_ui/form/Field'
import { Secret } from '@/app/_ui/form/Secret'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { accountsTexts } from '@/app/_ui/messages/accounts'
import { signInTexts } from '@/app/_ui/messages/signIn'
import type { AccountView } from '@/lib/api/accounts/schema'
import { roles } from '@/lib/store/account/role'

interface MadeLink {
  readonly url: string
  readonly expiresAt: string
}

/** What an admin can do with an account. Each asks first. */
function Actions({ account, onLink }: { account: AccountView; onLink: (link: MadeLink) => void }) {
  const texts = useTexts(accountsTexts)
  const { id, email, role, disabled, version, sessions } = account
  const path = `/api/v1/accounts/${encodeURIComponent(id)}`
  const state = disabled ? texts.enable : texts.disable
  return (
    <div className="flex flex-wrap gap-2">
      <ConfirmButton
        text={texts.role.button}
        about={email}
        title={texts.role.title(email)}
        action={texts.role.action}
        tone="plain"
        request={{ method: 'PATCH', path, body: (fields) => ({ role: fields.get('role'), version }) }}
      >
        <Field name="role" label={texts.invite.role} hint={texts.role.text}>
          <Select defaultValue={role} options={roles.map((value) => ({ value, text: texts.invite.roles[value] }))} />
        </Field>
      </ConfirmButton>
      {!disabled && (
        <ConfirmButton
          text={texts.list.reset}
          about={email}
          title={texts.reset.title(email)}
          action={texts.reset.action}
          tone="plain"
          request={{ method: 'POST', path: `${path}/reset` }}
          onDone={(data) => onLink(data as MadeLink)}
        >
          <p>{texts.reset.text}</p>
        </ConfirmButton>
      )}
      {sessions > 0 && (
        <ConfirmButton
          text={texts.list.endSessions}
          about={email}
          title={texts.endSessions.title(email)}
          action={texts.endSessions.action}
          request={{ method: 'DELETE', path: `${path}/sessions` }}
        >
          <p>{texts.endSessions.text}</p>
        </ConfirmButton>
      )}
      <ConfirmButton
        text={disabled ? texts.list.enable : texts.list.disable}
        about={email}
        title={state.title(email)}
        action={state.action}
        tone={disabled ? 'plain' : 'bad'}
        request={{ method: 'PATCH', path, body: () => ({ disabled: !disabled, version }) }}
      >
        <p>{state.text}</p>
      </ConfirmButton>
    </div>
  )
}

/** One account: who it is, what it may do, when it was last seen, and what can be done about it. */
export function AccountRow({ account, own }: { account: AccountView; own: boolean }) {
  const [texts, { roles: roleNames }, { moment }] = [useTexts(accountsTexts), useTexts(signInTexts), useFormat()]
  const [link, setLink] = useState<MadeLink | null>(null)
  const { list } = texts
  const { email, name, role, disabled, lastSeen, sessions, keys, passkeys } = account
  return (
    <li data-account={email} className="space-y-2 px-4 py-3">
      <div className="grid grid-cols-1 items-baseline gap-x-4 gap-y-1 md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,2fr)]">
        <p className="wrap-anywhere min-w-0">
          <span className="font-medium">{name}</span> <span className="text-soft">{email}</span>
          {own && <span className="text-faint"> ({list.you})</span>}
        </p>
        <p className="flex flex-wrap items-baseline gap-2">
          <span>{roleNames[role]}</span>
          <Badge tone={disabled ? 'warn' : 'good'}>{disabled ? list.state.disabled : list.state.active}</Badge>
        </p>
        <p className="text-faint text-small">
          {list.lastSeen}: {lastSeen === null ? list.never : moment(lastSeen)} · {list.has(sessions, keys, passkeys)}
        </p>
      </div>
      <Actions account={account} onLink={setLink} />
      {link && (
        <Secret label={texts.reset.link(email)} value={link.url} note={texts.invite.once(moment(link.expiresAt))} />
      )}
    </li>
  )
}

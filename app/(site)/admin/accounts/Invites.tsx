'use client'

import { ConfirmButton } from '@/app/_ui/form/ConfirmButton'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { accountsTexts } from '@/app/_ui/messages/accounts'
import { signInTexts } from '@/app/_ui/messages/signIn'
import type { Role } from '@/lib/store/account/role'

interface InvitesProps {
  readonly invites: readonly {
    readonly id: string
    readonly email: string | null
    readonly role: Role
    readonly createdBy: string
    readonly expiresAt: string
  }[]
}

/** The invitations that nobody has used yet; each can be taken back. */
export function Invites({ invites }: InvitesProps) {
  const [texts, { roles }, { moment }] = [useTexts(accountsTexts).invite, useTexts(signInTexts), useFormat()]
  return (
    <section aria-label={texts.open}>
      <h3 className="font-medium text-soft">{texts.open}</h3>
      <ul className="divide-y divide-line">
        {invites.map(({ id, email, role, createdBy, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span className="wrap-anywhere min-w-0">
              {email} · {roles[role]}{' '}
              <span className="text-faint text-small">{texts.by(createdBy, moment(expiresAt))}</span>
            </span>
            <ConfirmButton
              text={texts.withdraw}
              about={email ?? ''}
              title={texts.withdrawOf(email ?? '')}
              action={texts.withdraw}
              request={{ method: 'DELETE', path: `/api/v1/links/${encodeURIComponent(id)}` }}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

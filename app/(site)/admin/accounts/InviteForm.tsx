'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Select, TextInput } from '@/app/_ui/form/controls'
import { Field } from '@/app/_ui/form/Field'
import { Form } from '@/app/_ui/form/Form'
import { Secret } from '@/app/_ui/form/Secret'
import { Submit } from '@/app/_ui/form/Submit'
import { useSend } from '@/app/_ui/form/useSend'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { accountsTexts } from '@/app/_ui/messages/accounts'
import { roles } from '@/lib/store/account/role'

interface Invitation {
  readonly email: string
  readonly url: string
  readonly expiresAt: string
}

/** Invites somebody: makes a link, which is shown this once. */
export function InviteForm() {
  const [texts, { moment }] = [useTexts(accountsTexts).invite, useFormat()]
  const router = useRouter()
  const { busy, problem, send } = useSend()
  const [made, setMade] = useState<Invitation | null>(null)
  const invite = async (fields: FormData) => {
    setMade(null)
    const { data } = await send<Invitation>('POST', '/api/v1/accounts', {
      email: String(fields.get('email')),
      role: fields.get('role'),
    })
    if (!data) return
    setMade(data)
    router.refresh()
  }
  return (
    <div className="space-y-3">
      {/* A new form after each, so that the fields are empty again. */}
      <Form key={made?.url ?? ''} label={texts.title} problem={problem} onSend={invite}>
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          <Field name="email" label={texts.email} hint={texts.emailHint}>
            <TextInput type="email" autoComplete="off" autoCapitalize="none" spellCheck={false} />
          </Field>
          <Field name="role" label={texts.role}>
            <Select defaultValue="annotator" options={roles.map((value) => ({ value, text: texts.roles[value] }))} />
          </Field>
        </div>
        <Submit busy={busy}>{texts.make}</Submit>
      </Form>
      {made && <Secret label={texts.link(made.email)} value={made.url} note={texts.once(moment(made.expiresAt))} />}
    </div>
  )
}

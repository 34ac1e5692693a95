'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { PasswordInput } from '@/app/_ui/form/controls'
import { Field } from '@/app/_ui/form/Field'
import { Form } from '@/app/_ui/form/Form'
import { Submit } from '@/app/_ui/form/Submit'
import { useSend } from '@/app/_ui/form/useSend'
import { useTexts } from '@/app/_ui/i18n/texts'
import { accountTexts } from '@/app/_ui/messages/account'

/** Another password, for whoever knows the one of now. */
export function PasswordForm({ email }: { email: string }) {
  const texts = useTexts(accountTexts).password
  const router = useRouter()
  const { busy, problem, send } = useSend()
  // How often it was changed: each time the form is made anew, so that no password stays in it.
  const [changes, setChanges] = useState(0)
  const change = async (fields: FormData) => {
    const sent = await send('POST', '/api/v1/account/password', {
      current: String(fields.get('current')),
      next: String(fields.get('next')),
    })
    if (sent.problem) return
    setChanges(changes + 1)
    router.refresh()
  }
  return (
    <Form key={changes} label={texts.title} problem={problem} onSend={change}>
      <input type="email" value={email} readOnly hidden autoComplete="username" />
      <Field name="current" label={texts.current}>
        <PasswordInput autoComplete="current-password" />
      </Field>
      <Field name="next" label={texts.next} hint={texts.hint}>
        <PasswordInput autoComplete="new-password" />
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Submit busy={busy}>{texts.change}</Submit>
        <p role="status" className="text-good">
          {changes > 0 && texts.done}
        </p>
      </div>
    </Form>
  )
}

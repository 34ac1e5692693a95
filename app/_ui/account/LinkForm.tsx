'use client'

import { useState } from 'react'
import { PasswordInput, TextInput } from '../form/controls'
import { Field } from '../form/Field'
import { Form } from '../form/Form'
import { Submit } from '../form/Submit'
import { useSend } from '../form/useSend'
import { useTexts } from '../i18n/texts'
import { signInTexts } from '../messages/signIn'

interface LinkFormProps {
  readonly token: string
  readonly kind: 'setup' | 'invite' | 'reset'
  /** Whose account it is; null for the first admin, who tells it. */
  readonly email: string | null
}

/** Name and password of whoever was given a link; signs in and goes to the account's page, where passkeys are added. */
export function LinkForm({ token, kind, email }: LinkFormProps) {
  const all = useTexts(signInTexts)
  const texts = all.link
  const { busy, problem, send } = useSend()
  const [done, setDone] = useState(false)
  const use = async (fields: FormData) => {
    const text = (name: string) => String(fields.get(name) ?? '')
    const sent = await send('POST', '/api/v1/links/use', {
      token,
      password: text('password'),
      ...(kind === 'reset' ? {} : { name: text('name') }),
      ...(email === null ? { email: text('email') } : {}),
    })
    if (sent.problem) return
    setDone(true)
    location.assign(kind === 'setup' ? '/admin/accounts' : '/account')
  }
  return (
    <Form problem={problem} onSend={use}>
      {email === null ? (
        <Field name="email" label={all.email}>
          <TextInput type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
        </Field>
      ) : (
        <>
          <p>
            <span className="text-soft">{texts.account}:</span>{' '}
            <span className="wrap-anywhere font-medium">{email}</span>
          </p>
          {/* For password managers, which keep the password under it. */}
          <input type="email" value={email} readOnly hidden autoComplete="username" />
        </>
      )}
      {kind !== 'reset' && (
        <Field name="name" label={texts.name} hint={texts.nameHint}>
          <TextInput autoComplete="name" autoFocus={email !== null} />
        </Field>
      )}
      <Field name="password" label={texts.password} hint={texts.passwordHint}>
        <PasswordInput autoComplete="new-password" autoFocus={kind === 'reset'} />
      </Field>
      <Submit busy={busy || done}>{texts[kind].action}</Submit>
    </Form>
  )
}

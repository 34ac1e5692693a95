'use client'

import { useState } from 'react'
import { PasswordInput, TextInput } from '../form/controls'
import { ErrorSummary } from '../form/ErrorSummary'
import { Field } from '../form/Field'
import { Form } from '../form/Form'
import { Submit } from '../form/Submit'
import type { SentProblem } from '../form/send'
import { useSend } from '../form/useSend'
import { useTexts } from '../i18n/texts'
import { signInTexts } from '../messages/signIn'
import { signInByPasskey } from './passkey'
import { usePasskeys } from './usePasskeys'

/** Signing in by password or passkey; then on to `next`, loaded anew because everything on a page may look different then. */
export function SignInForm({ next }: { next: string }) {
  const texts = useTexts(signInTexts)
  const byPassword = useSend()
  const byPasskey = useSend()
  const [done, setDone] = useState(false)
  const passkeys = usePasskeys()
  const goOn = () => {
    setDone(true)
    location.assign(next)
  }
  const refused = (problem: SentProblem | null, text: string): SentProblem | null =>
    problem?.status === 401 ? { kind: 'refused', status: 401, detail: text } : problem
  const signIn = async (fields: FormData) => {
    const { problem } = await byPassword.send('POST', '/api/v1/session', {
      email: String(fields.get('email')),
      password: String(fields.get('password')),
    })
    if (!problem) goOn()
  }
  const presentPasskey = async () => {
    byPassword.setProblem(null)
    const { problem } = await signInByPasskey(byPasskey)
    byPasskey.setProblem(problem)
    if (!problem) goOn()
  }
  const passkeyProblem =
    byPasskey.problem?.kind === 'no-passkey'
      ? { ...byPasskey.problem, detail: texts.noPasskey }
      : refused(byPasskey.problem, texts.unknownPasskey)
  return (
    <div className="space-y-4">
      <Form problem={refused(byPassword.problem, texts.refused)} onSend={signIn}>
        <Field name="email" label={texts.email}>
          <TextInput type="email" autoComplete="username webauthn" autoCapitalize="none" spellCheck={false} autoFocus />
        </Field>
        <Field name="password" label={texts.password}>
          <PasswordInput autoComplete="current-password" />
        </Field>
        <Submit busy={byPassword.busy || done}>{texts.action}</Submit>
      </Form>
      {passkeys && (
        <div className="space-y-3 border-line border-t pt-4">
          {passkeyProblem && <ErrorSummary problem={passkeyProblem} />}
          <button
            type="button"
            className="button px-3.5 py-1.5"
            aria-disabled={byPasskey.busy || done}
            onClick={byPasskey.busy || done ? undefined : presentPasskey}
          >
            {texts.passkey}
          </button>
        </div>
      )}
      <p className="text-faint text-small">{texts.lost}</p>
      <noscript>
        <p className="text-warn">{texts.script}</p>
      </noscript>
    </div>
  )
}

'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { addPasskey } from '@/app/_ui/account/passkey'
import { usePasskeys } from '@/app/_ui/account/usePasskeys'
import { ConfirmButton } from '@/app/_ui/form/ConfirmButton'
import { TextInput } from '@/app/_ui/form/controls'
import { Field } from '@/app/_ui/form/Field'
import { Form } from '@/app/_ui/form/Form'
import { Submit } from '@/app/_ui/form/Submit'
import type { SentProblem } from '@/app/_ui/form/send'
import { useSend } from '@/app/_ui/form/useSend'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { accountTexts } from '@/app/_ui/messages/account'
import type { OwnAccountView } from '@/lib/api/account/schema'

function useProblemText(): (problem: SentProblem | null) => SentProblem | null {
  const texts = useTexts(accountTexts).passkeys
  return (problem) => {
    if (problem?.kind === 'no-passkey' || problem?.kind === 'known-passkey') {
      return { ...problem, detail: texts[problem.kind] }
    }
    return problem?.kind === 'sign-in-again' ? { ...problem, detail: texts.again } : problem
  }
}

function NewPasskey() {
  const texts = useTexts(accountTexts).passkeys
  const router = useRouter()
  const sending = useSend()
  const told = useProblemText()
  const [added, setAdded] = useState(0)
  const [busy, setBusy] = useState(false)
  const add = async (fields: FormData) => {
    setBusy(true)
    const { problem } = await addPasskey(sending, String(fields.get('name')))
    setBusy(false)
    sending.setProblem(problem)
    if (problem) return
    setAdded(added + 1)
    router.refresh()
  }
  return (
    <Form key={added} label={texts.add} problem={told(sending.problem)} onSend={add}>
      <Field name="name" label={texts.name} hint={texts.nameHint}>
        <TextInput autoComplete="off" />
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Submit busy={busy}>{texts.add}</Submit>
        <p role="status" className="text-good">
          {added > 0 && texts.done}
        </p>
      </div>
    </Form>
  )
}

/** The passkeys of the account, and the way to a new one. */
export function Passkeys({ passkeys }: { passkeys: OwnAccountView['passkeys'] }) {
  const [texts, { moment }] = [useTexts(accountTexts).passkeys, useFormat()]
  const supported = usePasskeys()
  return (
    <div className="space-y-4 px-4 pb-4">
      {passkeys.length === 0 ? (
        <p className="text-soft">{texts.none}</p>
      ) : (
        <ul className="divide-y divide-line">
          {passkeys.map(({ id, name, createdAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-2">
              <span className="wrap-anywhere min-w-0">
                {name || texts.unnamed} <span className="text-faint text-small">{moment(createdAt)}</span>
              </span>
              <ConfirmButton
                text={texts.remove}
                about={name || texts.unnamed}
                title={texts.removeTitle(name || texts.unnamed)}
                action={texts.remove}
                request={{ method: 'DELETE', path: `/api/v1/account/passkeys/${encodeURIComponent(id)}` }}
              >
                <p>{texts.removeText}</p>
              </ConfirmButton>
            </li>
          ))}
        </ul>
      )}
      {supported ? <NewPasskey /> : <p className="text-soft">{texts.unsupported}</p>}
    </div>
  )
}

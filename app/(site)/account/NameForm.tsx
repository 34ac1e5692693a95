'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { TextInput } from '@/app/_ui/form/controls'
import { Field } from '@/app/_ui/form/Field'
import { Form } from '@/app/_ui/form/Form'
import { Submit } from '@/app/_ui/form/Submit'
import { useSend } from '@/app/_ui/form/useSend'
import { useTexts } from '@/app/_ui/i18n/texts'
import { accountTexts } from '@/app/_ui/messages/account'

/** The name that the others see. */
export function NameForm({ name }: { name: string }) {
  const texts = useTexts(accountTexts)
  const router = useRouter()
  const { busy, problem, send } = useSend()
  const [said, setSaid] = useState('')
  const save = async (fields: FormData) => {
    setSaid('')
    const sent = await send('PATCH', '/api/v1/account', { name: String(fields.get('name')) })
    if (sent.problem) return
    setSaid(texts.saved)
    router.refresh()
  }
  return (
    <Form label={texts.you.title} problem={problem} onSend={save}>
      <Field name="name" label={texts.you.name}>
        <TextInput defaultValue={name} autoComplete="name" />
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Submit busy={busy}>{texts.you.save}</Submit>
        <p role="status" className="text-good">
          {said}
        </p>
      </div>
    </Form>
  )
}

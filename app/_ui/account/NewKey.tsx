'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { KeyScope } from '@/lib/store/account/role'
import { Select, TextInput } from '../form/controls'
import { Field } from '../form/Field'
import { Form } from '../form/Form'
import { Secret } from '../form/Secret'
import { Submit } from '../form/Submit'
import { useSend } from '../form/useSend'
import { useTexts } from '../i18n/texts'
import { accountTexts } from '../messages/account'

const lives = [30, 90, 365]

/** Makes an API key and shows it this once. `scopes` are those its owner may give. */
export function NewKey({ scopes }: { scopes: readonly KeyScope[] }) {
  const texts = useTexts(accountTexts).keys
  const router = useRouter()
  const { busy, problem, send } = useSend()
  const [made, setMade] = useState<{ name: string; key: string } | null>(null)
  const make = async (fields: FormData) => {
    const [name, days] = [String(fields.get('name')), Number(fields.get('expiresInDays'))]
    setMade(null)
    const { data } = await send<{ key: string }>('POST', '/api/v1/keys', {
      name,
      scope: fields.get('scope'),
      ...(days > 0 ? { expiresInDays: days } : {}),
    })
    if (!data) return
    setMade({ name, key: data.key })
    router.refresh()
  }
  return (
    <div className="space-y-3">
      {/* A new form for each key, so that the fields are empty again. */}
      <Form key={made?.key ?? ''} label={texts.make} problem={problem} onSend={make}>
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
          <Field name="name" label={texts.name} hint={texts.nameHint}>
            <TextInput autoComplete="off" />
          </Field>
          <Field name="scope" label={texts.scope}>
            <Select options={scopes.map((value) => ({ value, text: texts.scopeChoices[value] }))} />
          </Field>
          <Field name="expiresInDays" label={texts.expires}>
            <Select
              defaultValue="90"
              options={[
                ...lives.map((days) => ({
                  value: String(days),
                  text: days === 365 ? texts.year : texts.days(days),
                })),
                { value: '0', text: texts.noEnd },
              ]}
            />
          </Field>
        </div>
        <Submit busy={busy}>{texts.make}</Submit>
      </Form>
      {made && <Secret label={texts.made(made.name)} value={made.key} note={texts.once} />}
    </div>
  )
}

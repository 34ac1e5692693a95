'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useLanguage } from '#language'
import type { AlertChoices } from '@/app/_data/alerts'
import { Form } from '@/app/_ui/form/Form'
import { Secret } from '@/app/_ui/form/Secret'
import { Submit } from '@/app/_ui/form/Submit'
import { useSend } from '@/app/_ui/form/useSend'
import { useTexts } from '@/app/_ui/i18n/texts'
import { alertsTexts } from '@/app/_ui/messages/alerts'
import type { AlertView } from '@/lib/api/alerts/schema'
import { AlertFields } from './AlertFields'
import { alertOf } from './fields'

interface Added {
  readonly alert: AlertView
  readonly secret: string | null
}

/** Makes an alert, and shows the secret of a webhook this once. */
export function NewAlert({ choices }: { choices: AlertChoices }) {
  const [texts, language] = [useTexts(alertsTexts).form, useLanguage()]
  const router = useRouter()
  const { busy, problem, send } = useSend()
  const [added, setAdded] = useState<Added | null>(null)
  const make = async (fields: FormData) => {
    setAdded(null)
    const body = { ...alertOf(fields, language), channel: fields.get('channel') }
    const { data } = await send<Added>('POST', '/api/v1/alerts', body)
    if (!data) return
    setAdded(data)
    router.refresh()
  }
  return (
    <div className="space-y-3">
      <Form key={added?.alert.id ?? ''} label={texts.add} problem={problem} onSend={make}>
        <AlertFields alert={null} choices={choices} />
        <Submit busy={busy}>{texts.make}</Submit>
      </Form>
      {added?.secret && <Secret label={texts.secret(added.alert.name)} value={added.secret} note={texts.once} />}
    </div>
  )
}

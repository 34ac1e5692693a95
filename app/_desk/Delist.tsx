'use client'

import { ConfirmButton } from '@/app/_ui/form/ConfirmButton'
import { TextInput } from '@/app/_ui/form/controls'
import { Field } from '@/app/_ui/form/Field'
import { useTexts } from '@/app/_ui/i18n/texts'
import { adminListingsTexts } from '@/app/_ui/messages/adminListings'

/** Delists a listing from a day on. `today` stands in the field to begin with. */
export function Delist({ symbol, version, today }: { symbol: string; version: number; today: string }) {
  const { delist } = useTexts(adminListingsTexts)
  return (
    <ConfirmButton
      text={delist.button}
      title={delist.question(symbol)}
      action={delist.button}
      className="button px-3 py-1.5"
      request={{
        ...{ method: 'PATCH', path: `/api/v1/listings/${encodeURIComponent(symbol)}` },
        body: (fields) => ({ version, status: 'delisted', delistedOn: fields.get('delistedOn') || null }),
      }}
    >
      <Field name="delistedOn" label={delist.day}>
        <TextInput type="date" defaultValue={today} />
      </Field>
    </ConfirmButton>
  )
}

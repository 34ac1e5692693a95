'use client'

import { Select, TextInput } from '@/app/_ui/form/controls'
import { Field } from '@/app/_ui/form/Field'
import { useTexts } from '@/app/_ui/i18n/texts'
import { fieldTexts } from '@/app/_ui/messages/fields'
import { thingTexts } from '@/app/_ui/messages/things'
import type { Status } from '@/lib/store/input'

interface Kept {
  readonly slug: string
  readonly sourceName: string
  readonly sourceUrl: string | null
  readonly status: Status
  readonly position: number
}

interface KeepFieldsProps {
  readonly draft: Kept
  readonly isNew: boolean
  readonly onChange: (changes: Partial<Kept>) => void
}

const states = ['draft', 'published', 'archived'] as const

/** What claims and milestones have in common: who says so, whether it is seen, where it stands, and its address. */
export function KeepFields({ draft, isNew, onChange }: KeepFieldsProps) {
  const [texts, fields] = [useTexts(thingTexts), useTexts(fieldTexts)]
  return (
    <div className="grid grid-cols-1 gap-3 border-line border-t pt-3 sm:grid-cols-2">
      <Field name="sourceName" label={fields.sourceName}>
        <TextInput
          value={draft.sourceName}
          maxLength={200}
          onChange={({ target }) => onChange({ sourceName: target.value })}
        />
      </Field>
      <Field name="sourceUrl" label={fields.sourceUrl} optional>
        <TextInput
          type="url"
          spellCheck={false}
          placeholder="https://"
          value={draft.sourceUrl ?? ''}
          onChange={({ target }) => onChange({ sourceUrl: target.value || null })}
        />
      </Field>
      <Field name="status" label={fields.status}>
        <Select
          value={draft.status}
          options={states
            .filter((state) => state !== 'archived' || draft.status === 'archived')
            .map((value) => ({ value, text: texts.stateNotes[value] }))}
          onChange={({ target }) => onChange({ status: target.value as Status })}
        />
      </Field>
      <Field name="position" label={fields.position} hint={texts.positionHint}>
        <TextInput
          type="number"
          min={0}
          value={Number.isNaN(draft.position) ? '' : draft.position}
          onChange={({ target }) => onChange({ position: target.valueAsNumber })}
        />
      </Field>
      {isNew && (
        <Field name="slug" label={fields.slug} hint={texts.slugHint} optional>
          <TextInput
            spellCheck={false}
            maxLength={100}
            value={draft.slug}
            onChange={({ target }) => onChange({ slug: target.value.trim() })}
          />
        </Field>
      )}
    </div>
  )
}

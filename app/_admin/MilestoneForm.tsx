'use client'

import { useState } from 'react'
import { Select, TextArea, TextInput } from '@/app/_ui/form/controls'
import { Field } from '@/app/_ui/form/Field'
import type { PickerOption } from '@/app/_ui/form/Picker'
import { Submit } from '@/app/_ui/form/Submit'
import { ThingForm } from '@/app/_ui/form/ThingForm'
import { useThing } from '@/app/_ui/form/useThing'
import { useTexts } from '@/app/_ui/i18n/texts'
import { claimFormTexts } from '@/app/_ui/messages/claimForm'
import { fieldTexts } from '@/app/_ui/messages/fields'
import { thingTexts } from '@/app/_ui/messages/things'
import type { MilestoneView } from '@/lib/api/milestones/schema'
import { changedFields } from './changedFields'
import { KeepFields } from './KeepFields'
import { useSaved } from './useSaved'

type Texts = 'slug' | 'title' | 'titleZh' | 'topic' | 'evidence' | 'evidenceZh' | 'sourceName'

/** A milestone as the form takes it. */
export type MilestoneInForm = Pick<
  MilestoneView,
  Texts | 'promised' | 'shippedOn' | 'evidenceUrl' | 'sourceUrl' | 'status' | 'position'
>

interface MilestoneFormProps {
  /** Of what is stored; null for a new one. */
  readonly version: number | null
  readonly milestone: MilestoneInForm
  readonly topics: readonly PickerOption[]
}

/** A promised product: its window, when it shipped, and the evidence. */
export function MilestoneForm({ version, milestone, topics }: MilestoneFormProps) {
  const [texts, fields, { choose }] = [useTexts(thingTexts), useTexts(fieldTexts), useTexts(claimFormTexts)]
  const { said, saved } = useSaved('/admin/milestones')
  const [draft, setDraft] = useState(milestone)
  const thing = useThing<MilestoneView>({
    path: '/api/v1/milestones',
    stored: version === null ? null : { key: milestone.slug, version },
  })
  const set = (changes: Partial<MilestoneInForm>) => setDraft({ ...draft, ...changes })
  const text = (name: 'title' | 'titleZh' | 'topic' | 'evidence' | 'evidenceZh') => ({
    value: draft[name],
    onChange: ({ target }: { target: { value: string } }) => set({ [name]: target.value }),
  })
  const maybe = (name: 'promised' | 'shippedOn' | 'evidenceUrl') => ({
    value: draft[name] ?? '',
    onChange: ({ target }: { target: { value: string } }) => set({ [name]: target.value.trim() || null }),
    spellCheck: false,
  })
  const body = () => {
    const { slug, ...rest } = draft
    return { body: { ...rest, ...(slug === '' ? {} : { slug }) }, changes: changedFields(milestone, rest) }
  }
  const { promisedHint, shippedHint, add, edit } = texts.milestones
  return (
    <ThingForm
      {...{ thing, body }}
      label={version === null ? add : edit}
      onSaved={(next) => saved(next, version === null)}
    >
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <Field name="title" label={fields.title}>
          <TextInput {...text('title')} maxLength={200} />
        </Field>
        <Field name="titleZh" label={fields.titleZh}>
          <TextInput {...text('titleZh')} maxLength={200} lang="zh" />
        </Field>
        <Field name="topic" label={fields.topic} className="sm:col-span-2">
          <Select {...text('topic')} options={[{ value: '', text: choose }, ...topics]} />
        </Field>
        <Field name="promised" label={fields.promised} hint={promisedHint} optional>
          <TextInput {...maybe('promised')} />
        </Field>
        <Field name="shippedOn" label={fields.shippedOn} hint={shippedHint} optional>
          <TextInput {...maybe('shippedOn')} />
        </Field>
        <Field name="evidence" label={fields.evidence} optional>
          <TextArea {...text('evidence')} rows={3} />
        </Field>
        <Field name="evidenceZh" label={fields.evidenceZh} optional>
          <TextArea {...text('evidenceZh')} rows={3} lang="zh" />
        </Field>
        <Field name="evidenceUrl" label={fields.evidenceUrl} className="sm:col-span-2" optional>
          <TextInput {...maybe('evidenceUrl')} type="url" placeholder="https://" />
        </Field>
      </div>
      <KeepFields draft={draft} isNew={version === null} onChange={set} />
      <div className="flex flex-wrap justify-end gap-3">
        {said}
        <Submit busy={thing.busy}>{texts.save}</Submit>
      </div>
    </ThingForm>
  )
}

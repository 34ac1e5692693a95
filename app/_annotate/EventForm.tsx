'use client'

import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { Checkbox, Select, TextArea, TextInput } from '@/app/_ui/form/controls'
import { Field } from '@/app/_ui/form/Field'
import { Picker } from '@/app/_ui/form/Picker'
import { Submit } from '@/app/_ui/form/Submit'
import { ThingForm } from '@/app/_ui/form/ThingForm'
import { useThing } from '@/app/_ui/form/useThing'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { annotateTexts } from '@/app/_ui/messages/annotate'
import { eventTimeTexts } from '@/app/_ui/messages/eventTime'
import { fieldTexts } from '@/app/_ui/messages/fields'
import { thingTexts } from '@/app/_ui/messages/things'
import type { EventPreview } from '@/lib/api/events/preview'
import type { EventView } from '@/lib/api/events/schema'
import { bodyOf, changesOf, draftOf, type EventDraft } from './draft'
import { MarkdownPreview } from './MarkdownPreview'
import { Preview } from './Preview'
import { TimeFields } from './TimeFields'
import { useChoices } from './useChoices'
import { useEventPreview } from './useEventPreview'

interface EventFormProps {
  /** The event that is changed, as it was read. */
  readonly event?: EventView
  /** What a new event begins with. */
  readonly fresh?: EventDraft
  /** With every new state of the form and what the server makes of it. */
  readonly onThought?: (draft: EventDraft, preview: EventPreview | null) => void
  readonly onSaved: (event: EventView, isNew: boolean) => void
  /** Stands beside the button that saves. */
  readonly children?: ReactNode
}

/** A new event, or one that is changed: its time, what it says in both languages, what it is about, who says so, and its state. */
export function EventForm({ event, fresh, onThought, onSaved, children }: EventFormProps) {
  const [texts, { stateNotes }, fields, { tags }, say] = [
    useTexts(annotateTexts),
    useTexts(thingTexts),
    useTexts(fieldTexts),
    useTexts(eventTimeTexts),
    useStored(),
  ]
  const [draft, setDraft] = useState<EventDraft>(() => (event ? draftOf(event) : (fresh as EventDraft)))
  const stored = useMemo(() => (event ? { key: event.slug, version: event.version } : null), [event])
  const thing = useThing<EventView>({ path: '/api/v1/events', stored })
  const choices = useChoices()
  const preview = useEventPreview(draft, event?.slug)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever listens is told of what is thought, not of itself
  useEffect(() => onThought?.(draft, preview), [draft, preview])
  const set = (changes: Partial<EventDraft>) => setDraft({ ...draft, ...changes })
  const text = (
    name: 'title' | 'titleZh' | 'text' | 'textZh' | 'sourceName' | 'sourceUrl' | 'slug' | 'timeNote' | 'timeNoteZh',
  ) => ({
    value: draft[name],
    onChange: ({ target }: { target: { value: string } }) => set({ [name]: target.value }),
  })
  const nameOf = (symbol: string) => choices.listings.find(({ value }) => value === symbol)?.text ?? symbol
  const mics = draft.listings.flatMap((symbol) => choices.mics[symbol] ?? [])
  const body = () => {
    const whole = bodyOf(draft, event)
    return { body: whole, changes: event ? changesOf(bodyOf(draftOf(event), event), whole) : {} }
  }
  const publishes = draft.status === 'published' && event?.status !== 'published'
  const states =
    event?.status === 'archived' ? (['draft', 'published', 'archived'] as const) : (['draft', 'published'] as const)
  return (
    <ThingForm
      {...{ thing, body }}
      label={event ? texts.edit : texts.fresh}
      onSaved={(saved) => onSaved(saved, event === undefined)}
    >
      <TimeFields draft={draft} mics={mics} onChange={setDraft} />
      <Preview preview={preview} draft={draft} nameOf={nameOf} />
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <Field name="title" label={fields.title}>
          <TextInput {...text('title')} maxLength={200} />
        </Field>
        <Field name="titleZh" label={fields.titleZh} hint={texts.oneTitle}>
          <TextInput {...text('titleZh')} maxLength={200} lang="zh" />
        </Field>
        <Field name="text" label={fields.text} hint={texts.markdown} optional>
          <TextArea {...text('text')} rows={5} />
        </Field>
        <Field name="textZh" label={fields.textZh} optional>
          <TextArea {...text('textZh')} rows={5} lang="zh" />
        </Field>
      </div>
      <MarkdownPreview text={say(draft.text, draft.textZh)} />
      <Field name="listings" label={fields.listings} hint={texts.listingsHint}>
        <Picker chosen={draft.listings} options={choices.listings} onChange={(listings) => set({ listings })} />
      </Field>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <Field name="topics" label={fields.topics} optional>
          <Picker chosen={draft.topics} options={choices.topics} onChange={(topics) => set({ topics })} />
        </Field>
        <Field name="tags" label={fields.tags} hint={texts.tagsHint} optional>
          <Picker
            free
            chosen={draft.tags}
            options={Object.entries(tags).map(([value, name]) => ({ value, text: name }))}
            onChange={(next) => set({ tags: next })}
          />
        </Field>
        <Field name="sourceName" label={fields.sourceName}>
          <TextInput {...text('sourceName')} maxLength={200} />
        </Field>
        <Field name="sourceUrl" label={fields.sourceUrl} optional>
          <TextInput {...text('sourceUrl')} type="url" inputMode="url" spellCheck={false} placeholder="https://" />
        </Field>
      </div>
      <Field name="confirmed" label={texts.confirmed} place="beside">
        <Checkbox checked={draft.confirmed} onChange={({ target }) => set({ confirmed: target.checked })} />
      </Field>
      <details>
        <summary className="text-soft">{texts.more}</summary>
        <div className="grid grid-cols-1 gap-3 pt-2 sm:grid-cols-2">
          <Field name="timeNote" label={fields.timeNote} optional>
            <TextInput {...text('timeNote')} maxLength={500} />
          </Field>
          <Field name="timeNoteZh" label={fields.timeNoteZh} optional>
            <TextInput {...text('timeNoteZh')} maxLength={500} lang="zh" />
          </Field>
          {!event && (
            <Field name="slug" label={fields.slug} hint={texts.slugHint} optional>
              <TextInput
                {...text('slug')}
                maxLength={100}
                spellCheck={false}
                placeholder={preview?.event?.slug ?? ''}
              />
            </Field>
          )}
        </div>
      </details>
      <div className="flex flex-wrap items-end gap-3 border-line border-t pt-3">
        <Field name="status" label={fields.status} className="grow basis-40">
          <Select
            value={draft.status}
            options={states.map((value) => ({ value, text: stateNotes[value] }))}
            onChange={({ target }) => set({ status: target.value as EventDraft['status'] })}
          />
        </Field>
        {children}
        <Submit busy={thing.busy}>{publishes ? texts.savePublished : texts.save}</Submit>
      </div>
    </ThingForm>
  )
}

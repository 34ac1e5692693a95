'use client'

import { useRef, useState } from 'react'
import { Icon } from '@/app/_ui/frame/Icon'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { annotateTexts } from '@/app/_ui/messages/annotate'
import { formTexts } from '@/app/_ui/messages/form'
import { thingTexts } from '@/app/_ui/messages/things'
import { Dialog } from '@/app/_ui/shell/Dialog'
import type { EventPreview } from '@/lib/api/events/preview'
import type { EventView } from '@/lib/api/events/schema'
import type { EventDraft } from './draft'
import { EventForm } from './EventForm'
import type { Thought } from './ThoughtMark'

interface EventDialogProps {
  readonly event?: EventView
  readonly fresh?: EventDraft
  /** What the chart is of. */
  readonly symbols: readonly string[]
  /** The side of the screen on which it does not hide the session. */
  readonly side: 'left' | 'right'
  readonly onThought: (thought: Thought | null) => void
  readonly onSaved: (event: EventView, isNew: boolean) => void
  readonly onClose: () => void
}

/** Where the event in the form would stand on the chart; null while its time is none. */
function thoughtOf(
  draft: EventDraft,
  preview: EventPreview | null,
  symbols: readonly string[],
  title: string,
): Thought | null {
  const zeros = preview?.dayZero ?? []
  const own = symbols.length === 1 ? zeros.find(({ symbol }) => symbol === symbols[0]) : undefined
  const zero = own?.session ?? zeros.find(({ session }) => session !== null)?.session
  const written = draft.start.length === 7 ? `${draft.start}-01` : draft.start
  const date = zero ?? written
  if (date === '') return null
  const end = draft.end === '' ? null : draft.end.length === 7 ? `${draft.end}-31` : draft.end
  return { date, end, title }
}

/** The form of an event over the chart, at the side: what it would be is drawn while it is written. What was typed is not lost by a stray click or Escape. */
export function EventDialog({ event, fresh, symbols, side, onThought, onSaved, onClose }: EventDialogProps) {
  const [texts, { managed }] = [useTexts(annotateTexts), useTexts(thingTexts)]
  const [{ cancel }, say] = [useTexts(formTexts), useStored()]
  const [isAsking, setIsAsking] = useState(false)
  const first = useRef<EventDraft | null>(null)
  const isDirty = useRef(false)
  const think = (draft: EventDraft, preview: EventPreview | null) => {
    first.current ??= draft
    isDirty.current = draft !== first.current
    const title = say(draft.title, draft.titleZh) || texts.fresh
    onThought(thoughtOf(draft, preview, symbols, title))
  }
  const leave = () => (isDirty.current ? setIsAsking(true) : onClose())
  return (
    <Dialog
      label={event ? texts.edit : texts.fresh}
      onClose={onClose}
      onCancel={(cancelled) => {
        if (!isDirty.current) return
        cancelled.preventDefault()
        setIsAsking(true)
      }}
      className={`drawer drawer-${side}`}
    >
      {/* A browser lets a second Escape close it whatever the page says; a key that is taken never comes that far. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it listens for the keys of what is within */}
      <div
        className="space-y-3 px-4 pt-3 pb-4"
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !isDirty.current) return
          event.preventDefault()
          setIsAsking(true)
        }}
      >
        <div className="flex items-center justify-between">
          <h2 className="font-semibold text-lead tracking-tight">{event ? texts.edit : texts.fresh}</h2>
          <button type="button" className="icon-button" aria-label={texts.close} title={texts.close} onClick={leave}>
            <Icon name="close" />
          </button>
        </div>
        {isAsking && (
          <div role="alert" className="flex flex-wrap items-center gap-2 rounded-md bg-warn-ground px-3 py-2">
            <span className="grow text-warn">{texts.unsaved}</span>
            <button type="button" className="button px-2.5 py-0.5" onClick={onClose}>
              {texts.discard}
            </button>
            <button type="button" className="button px-2.5 py-0.5" onClick={() => setIsAsking(false)}>
              {texts.goOn}
            </button>
          </div>
        )}
        {event?.managedBy ? (
          <p className="rounded-md bg-well px-3 py-2">{managed(event.managedBy)}</p>
        ) : (
          <EventForm {...{ event, fresh, onSaved }} onThought={think}>
            <button type="button" className="button px-3 py-1.5" onClick={leave}>
              {cancel}
            </button>
          </EventForm>
        )}
      </div>
    </Dialog>
  )
}

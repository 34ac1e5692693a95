'use client'

import { Select, TextInput } from '@/app/_ui/form/controls'
import { Field } from '@/app/_ui/form/Field'
import { useTexts } from '@/app/_ui/i18n/texts'
import { annotateTexts } from '@/app/_ui/messages/annotate'
import { eventTimeTexts } from '@/app/_ui/messages/eventTime'
import { eventPhases, eventPrecisions } from '@/lib/market/eventTime'
import { type Clock, clocks, minuteOf, shownAt } from './clock'
import { type EventDraft, withPrecision } from './draft'

interface TimeFieldsProps {
  readonly draft: EventDraft
  /** The exchanges of its listings, whose clocks stand first. */
  readonly mics: readonly string[]
  readonly onChange: (draft: EventDraft) => void
}

/** The same minute on the clock it is told on and in UTC. */
function useBothClocks({ precision, start, startTime, clock }: EventDraft): string | undefined {
  const { clocks: names, both } = useTexts(annotateTexts)
  const minute = precision === 'minute' ? minuteOf(start, startTime, clock) : null
  if (minute === null) return undefined
  const told = (on: Clock) => {
    const { date, time } = shownAt(minute, on)
    return `${date} ${time} ${names[on]}`
  }
  return clock === 'UTC' ? told('UTC') : both(told(clock), told('UTC'))
}

/** When it was: how exactly that is known, the start, the end of what lasted, and the part of the day or the clock. */
export function TimeFields({ draft, mics, onChange }: TimeFieldsProps) {
  const [texts, { phases }] = [useTexts(annotateTexts), useTexts(eventTimeTexts)]
  const { precision, phase, clock } = draft
  const both = useBothClocks(draft)
  const set = (changes: Partial<EventDraft>) => onChange({ ...draft, ...changes })
  const dateType = precision === 'month' ? 'month' : 'date'
  const known = clocks(mics)
  return (
    <fieldset className="space-y-3">
      <legend className="sr-only">{texts.time.legend}</legend>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <Field name="precision" label={texts.time.precision}>
          <Select
            value={precision}
            options={eventPrecisions.map((value) => ({ value, text: texts.time.precisions[value] }))}
            onChange={({ target }) => onChange(withPrecision(draft, target.value as EventDraft['precision']))}
          />
        </Field>
        {precision === 'minute' && (
          <Field name="clock" label={texts.time.clock} hint={texts.time.clockHint}>
            <Select
              value={
                known.includes(clock)
                  ? clock
                  : (known.find((one) => texts.clocks[one] === texts.clocks[clock]) ?? 'UTC')
              }
              options={known.map((value) => ({ value, text: texts.clocks[value] }))}
              onChange={({ target }) => set({ clock: target.value as Clock })}
            />
          </Field>
        )}
      </div>
      <div className={`grid grid-cols-1 gap-3 ${precision === 'minute' ? '' : 'sm:grid-cols-2'}`.trimEnd()}>
        <Field name="start" label={texts.time.start} hint={both}>
          <div className="flex gap-1">
            <TextInput type={dateType} value={draft.start} onChange={({ target }) => set({ start: target.value })} />
            {precision === 'minute' && (
              <input
                type="time"
                aria-label={texts.time.startTime}
                value={draft.startTime}
                onChange={({ target }) => set({ startTime: target.value })}
                className="control w-36! shrink-0"
              />
            )}
          </div>
        </Field>
        <Field name="end" label={texts.time.end} optional>
          <div className="flex gap-1">
            <TextInput type={dateType} value={draft.end} onChange={({ target }) => set({ end: target.value })} />
            {precision === 'minute' && (
              <input
                type="time"
                aria-label={texts.time.endTime}
                value={draft.endTime}
                onChange={({ target }) => set({ endTime: target.value })}
                className="control w-36! shrink-0"
              />
            )}
          </div>
        </Field>
      </div>
      {precision === 'day' && (
        <Field name="phase" label={texts.time.phase} hint={texts.time.phaseHint}>
          <Select
            value={phase}
            options={[
              { value: '', text: texts.time.choose },
              ...eventPhases.map((value) => ({ value, text: phases[value] })),
            ]}
            onChange={({ target }) => set({ phase: target.value as EventDraft['phase'] })}
          />
        </Field>
      )}
    </fieldset>
  )
}

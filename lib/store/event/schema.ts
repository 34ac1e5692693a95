import { z } from 'zod'
import { eventPhases, eventPrecisions, precisionOf } from '@/lib/market/eventTime'
import {
  completeSlug,
  externalIdInput,
  isOfOurTime,
  lineInput,
  ourTime,
  proseInput,
  slugInput,
  statusInput,
  tagsInput,
  webAddressInput,
} from '../input'

const timeForm = 'expected a UTC minute such as 2025-08-27T20:22Z, a day such as 2025-08-21, or a month such as 2025-09'

/** A time as it is stored: texts sort by it, so a minute is always written with its seconds and nothing finer. */
const eventTimeInput = z
  .string()
  .refine((text) => precisionOf(text) !== null, { error: timeForm, abort: true })
  .refine(isOfOurTime, ourTime)
  .transform((text) =>
    text.replace(/T(\d\d:\d\d)(:\d\d)?(\.\d+)?Z$/, (_, time, seconds = ':00') => `T${time}${seconds}Z`),
  )

const names = (most: number) => z.array(z.string().max(100)).max(most, { error: `expected at most ${most}` })

/** The fields of an event as its commands take them. `start` and `end` are as exact as they are known. */
export const eventFields = {
  slug: slugInput,
  kind: z.enum(['event', 'results']),
  title: lineInput(200),
  titleZh: lineInput(200),
  text: proseInput(10_000),
  textZh: proseInput(10_000),
  start: eventTimeInput,
  end: eventTimeInput.nullable(),
  precision: z.enum(eventPrecisions),
  phase: z.enum(eventPhases, {
    error:
      'expected pre, intraday, after or unknown: which part of the day it was at the exchange of its first listing',
  }),
  timeNote: proseInput(500),
  timeNoteZh: proseInput(500),
  status: statusInput,
  sourceName: lineInput(200),
  sourceUrl: webAddressInput.nullable(),
  confirmed: z.boolean(),
  tags: tagsInput,
  topics: names(20),
  listings: names(20),
  externalId: externalIdInput.nullable(),
}

/** A whole event. `topics` are slugs; `listings` symbols, in the order the event names them. */
export const eventInput = z.strictObject(eventFields).check((check) => {
  const { start, end, precision } = check.value
  const refuse = (field: string, message: string) =>
    check.issues.push({ code: 'custom', path: [field], message, input: check.value })
  const seen = precisionOf(start)
  if (seen === null) return
  if (seen !== precision) refuse('precision', `expected ${seen}, which "${start}" is`)
  if (end !== null && precisionOf(end) !== precision) refuse('end', `expected the same form as start, "${start}"`)
  else if (end !== null && end < start) refuse('end', `expected no time before start, "${start}"`)
  for (const field of ['topics', 'listings'] as const) {
    if (new Set(check.value[field]).size !== check.value[field].length) refuse(field, 'expected each one once')
  }
})

export type EventInput = z.output<typeof eventInput>

/** What may be left out of a new event. `phase` may be left out only where it says nothing: when the time is no day. */
export const eventDefaults = {
  kind: 'event',
  end: null,
  timeNote: '',
  timeNoteZh: '',
  status: 'draft',
  sourceUrl: null,
  confirmed: false,
  tags: [],
  topics: [],
  listings: [],
  externalId: null,
} as const

/** A new event with what was left out: its slug made of the title, its precision seen from the form of its start. */
export function completeEvent(input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { start } = input
  const precision = input.precision ?? (typeof start === 'string' ? (precisionOf(start) ?? 'day') : undefined)
  return {
    ...eventDefaults,
    ...completeSlug(input.title),
    ...(precision === undefined || precision === 'day' ? {} : { phase: 'unknown' }),
    precision,
    ...input,
  }
}

import { z } from '@hono/zod-openapi'
import { dateText, editedShape } from '../source/schema'

export const dayZeroSchema = z
  .strictObject({
    symbol: z.string(),
    mic: z.string(),
    session: dateText.nullable().openapi({ description: 'First session whose close came after the event' }),
    note: z.string().nullable().openapi({ description: 'Why there is none, or how it was found' }),
    noteZh: z.string().nullable(),
  })
  .openapi('DayZero')

export const eventSchema = z
  .strictObject({
    slug: z.string(),
    kind: z.enum(['event', 'results']),
    title: z.string(),
    titleZh: z.string(),
    text: z.string(),
    textZh: z.string(),
    start: z.string().openapi({ description: 'As exact as it is known: a UTC minute, a day or a month' }),
    end: z.string().nullable(),
    precision: z.enum(['minute', 'day', 'month']),
    phase: z.enum(['pre', 'intraday', 'after', 'unknown']),
    timeNote: z.string(),
    timeNoteZh: z.string(),
    date: z.string().openapi({ description: 'Date at the home exchange of the first listing, or the month' }),
    sourceName: z.string(),
    sourceUrl: z.string().nullable(),
    confirmed: z.boolean().openapi({ description: 'Whether a second source confirms it' }),
    tags: z.array(z.string()),
    ...editedShape,
    topics: z.array(z.strictObject({ slug: z.string(), name: z.string(), nameZh: z.string() })),
    listings: z.array(z.strictObject({ symbol: z.string(), mic: z.string(), name: z.string(), nameZh: z.string() })),
    dayZero: z.array(dayZeroSchema),
  })
  .openapi('Event')

export const eventsSchema = z.strictObject({ items: z.array(eventSchema) }).openapi('Events')

/** A dated event with its day 0 on the exchange of each listing it names. */
export type EventView = z.infer<typeof eventSchema>
export type EventsView = z.infer<typeof eventsSchema>
export type DayZeroView = z.infer<typeof dayZeroSchema>

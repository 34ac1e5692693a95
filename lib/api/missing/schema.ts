import { z } from '@hono/zod-openapi'
import { missingReasons } from '@/lib/store/missing/read'
import { dateText, momentText } from '../source/schema'

export const missingSessionSchema = z
  .strictObject({
    session: dateText,
    state: z.enum(['open', 'permanent']).openapi({
      description: '`open` is asked for again; `permanent` once every feed was asked',
    }),
    reason: z.enum(missingReasons).nullable().openapi({
      description: 'While open what the feeds asked so far point to; null when they say nothing',
    }),
    askedFeeds: z.array(z.string()).openapi({ description: 'Feeds that have later sessions and not this one' }),
    nullFeeds: z.array(z.string()).openapi({ description: 'Feeds that list it without a price' }),
    seenAt: momentText.nullable().openapi({ description: 'When a refresh found it missing; null when none has yet' }),
    askedAt: momentText.nullable().openapi({ description: 'When a feed last answered a request for it' }),
  })
  .openapi('MissingSession')

export const missingSchema = z
  .strictObject({
    items: z.array(missingSessionSchema),
    meta: z.strictObject({
      symbol: z.string(),
      trackedFrom: dateText,
      lastDue: dateText.nullable().openapi({ description: 'Null when the calendar of the exchange does not say' }),
      due: z.int().openapi({ description: 'Sessions from `trackedFrom` to `lastDue`, as far as the calendar speaks' }),
      stored: z.int().openapi({ description: 'How many of them have a bar' }),
      missing: z.int().openapi({ description: 'How many have none; stored and missing make up due' }),
      complete: z.boolean().nullable().openapi({
        description: 'Whether none of them is open; null when the calendar does not speak of the whole range',
      }),
    }),
  })
  .openapi('MissingSessions')

/** A session that is due and has no bar. */
export type MissingSessionView = z.infer<typeof missingSessionSchema>
export type MissingView = z.infer<typeof missingSchema>

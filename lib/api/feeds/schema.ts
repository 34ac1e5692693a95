import { z } from '@hono/zod-openapi'
import { momentText } from '../source/schema'

export const feedSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    nameZh: z.string(),
    terms: z.string(),
    termsZh: z.string(),
    originSetting: z.string().nullable().openapi({ description: 'The setting that moves its origin' }),
    state: z.enum(['never', 'ok', 'failing']).openapi({ description: 'failing: its last attempts failed' }),
    lastAttemptAt: momentText.nullable(),
    lastSuccessAt: momentText.nullable(),
    lastErrorClass: z.string().nullable(),
    lastError: z.string().nullable(),
    recentErrors: z
      .array(
        z.strictObject({ at: momentText, subject: z.string(), errorClass: z.string().nullable(), error: z.string() }),
      )
      .openapi({ description: 'Its last failed attempts, the newest first' }),
    serves: z
      .array(
        z.strictObject({
          kind: z.enum(['bars', 'actions', 'revenue', 'fx']),
          mic: z.string().nullable().openapi({ description: 'The exchange; null for rates' }),
          place: z.int().openapi({ description: '1 is asked first' }),
          of: z.int().openapi({ description: 'How many feeds serve it' }),
        }),
      )
      .openapi({ description: 'What it is asked for, and in which place' }),
    failuresInARow: z.int(),
    attemptsLastDay: z.int(),
    breaker: z.enum(['closed', 'open', 'half-open']).openapi({ description: 'open: it is not asked until openUntil' }),
    openUntil: momentText.nullable(),
    bucket: z.strictObject({ capacity: z.int(), perSecond: z.number(), left: z.number() }).nullable().openapi({
      description: 'Requests it may be sent at once, how many it gains a second, and how many are left now',
    }),
    notBefore: momentText
      .nullable()
      .openapi({ description: 'No request before then: it asked for that, or limited our rate' }),
  })
  .openapi('Feed')

export const feedsSchema = z.strictObject({ items: z.array(feedSchema) }).openapi('Feeds')

/** A public feed and what it did lately. */
export type FeedView = z.infer<typeof feedSchema>
export type FeedsView = z.infer<typeof feedsSchema>

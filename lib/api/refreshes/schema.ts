import { z } from '@hono/zod-openapi'
import { dateText, momentText, sourceRangeSchema } from '../source/schema'

const attemptSchema = z.strictObject({
  startedAt: momentText,
  outcome: z.enum(['running', 'succeeded', 'partly', 'failed', 'abandoned']),
  errorClass: z.string().nullable(),
  error: z.string().nullable(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  held: z.int().openapi({ description: 'Rows that could not be believed; they are in quarantine' }),
})

export const refreshesSchema = z
  .strictObject({
    items: z.array(
      z
        .strictObject({
          job: z.enum(['bars', 'actions', 'revenue']).openapi({ description: 'What is asked for' }),
          feed: z.string(),
          feedName: z.string(),
          last: attemptSchema.nullable().openapi({ description: 'Newest attempt; null when it was never asked' }),
          lastSuccessAt: momentText.nullable(),
        })
        .openapi('ListingFeed'),
    ),
    switches: z.array(sourceRangeSchema).openapi({
      description: 'Runs of sessions that one feed brought, ascending: each one after the first is a switch of feeds',
    }),
    meta: z.strictObject({ symbol: z.string(), lastSession: dateText.nullable() }),
  })
  .openapi('ListingRefreshes')

/** What the feeds of one listing were asked and answered last, and which of them brought which sessions. */
export type RefreshesView = z.infer<typeof refreshesSchema>
export type ListingFeedView = RefreshesView['items'][number]

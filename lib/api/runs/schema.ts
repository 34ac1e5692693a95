import { z } from '@hono/zod-openapi'
import { momentText } from '../source/schema'

const counts = { added: z.int(), changed: z.int(), unchanged: z.int(), held: z.int() }

const attemptSchema = z
  .strictObject({
    feed: z.string(),
    feedName: z.string(),
    subject: z.string().openapi({ description: 'Symbol, topic or currency pair' }),
    outcome: z.string(),
    errorClass: z.string().nullable(),
    error: z.string().nullable(),
    ...counts,
    startedAt: momentText,
    durationMs: z.int(),
  })
  .openapi('RefreshAttempt')

export const runSchema = z
  .strictObject({
    id: z.string(),
    job: z.string(),
    slotId: z.string(),
    trigger: z.string(),
    outcome: z.string(),
    startedAt: momentText,
    finishedAt: momentText.nullable(),
    ...counts,
    failures: z.int().openapi({ description: 'Attempts that failed' }),
    attempts: z.array(attemptSchema),
  })
  .openapi('RefreshRun')

export const runsSchema = z.strictObject({ items: z.array(runSchema) }).openapi('RefreshRuns')

/** One refresh and its attempts; counts are rows. */
export type RunView = z.infer<typeof runSchema>
export type RunsView = z.infer<typeof runsSchema>

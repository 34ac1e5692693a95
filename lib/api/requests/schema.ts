import { z } from '@hono/zod-openapi'
import { requestJobs, requestKinds, requestStates } from '@/lib/store/request/request'
import { dateText, momentText } from '../source/schema'

export const requestSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(requestKinds),
    job: z.enum(requestJobs).nullable(),
    listing: z.string().nullable(),
    feed: z.string().nullable(),
    symbol: z.string().nullable().openapi({ description: 'The symbol to look up' }),
    from: dateText.nullable().openapi({ description: 'First session wanted of a backfill' }),
    state: z.enum(requestStates),
    requestedBy: z.string(),
    requestedAt: momentText,
    startedAt: momentText.nullable(),
    finishedAt: momentText.nullable(),
    progress: z.number().openapi({ description: 'From 0 to 1' }),
    message: z.string().openapi({ description: 'What came of it, in words' }),
    result: z.any().openapi({ description: 'The same for a program; its shape goes with the kind' }),
    runId: z.string().nullable(),
  })
  .openapi('WorkRequest')

export const requestsSchema = z.strictObject({ items: z.array(requestSchema) }).openapi('WorkRequests')

/** Work that was asked of a worker, and what came of it. */
export type RequestView = z.infer<typeof requestSchema>
export type RequestsView = z.infer<typeof requestsSchema>

import { z } from '@hono/zod-openapi'

export const sourceSchema = z
  .strictObject({
    feed: z.string(),
    name: z.string(),
    bundled: z.boolean().openapi({ description: 'Shipped in the box, not yet brought by a feed' }),
  })
  .openapi('Source')

export const sourceRangeSchema = z
  .strictObject({ feed: z.string(), name: z.string(), from: z.string(), to: z.string(), rows: z.int() })
  .openapi('SourceRange')

/** `YYYY-MM-DD`. */
export const dateText = z.string().openapi({ format: 'date' })
/** ISO 8601 in UTC. */
export const momentText = z.string().openapi({ format: 'date-time' })
export const bundledTo = dateText
  .nullable()
  .openapi({ description: 'The last date, when the newest settled figure is a bundled one; else null' })

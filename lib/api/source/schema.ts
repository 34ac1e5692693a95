import { z } from '@hono/zod-openapi'
import { statuses } from '@/lib/store/input'

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
/** What an editor has to know of a thing beside its text. */
export const editedShape = {
  status: z.enum(statuses),
  version: z.int().openapi({ description: 'Counts its changes; a change names the one it was made from' }),
  externalId: z.string().nullable().openapi({ description: 'What another program calls it' }),
  managedBy: z.string().nullable().openapi({ description: 'The file that owns it; null when it may be changed here' }),
}
export const bundledTo = dateText
  .nullable()
  .openapi({ description: 'The last date, when the newest settled figure is a bundled one; else null' })

import { z } from '@hono/zod-openapi'
import { auditedEntities } from '@/lib/store/audit/command'

const state = z
  .any()
  .openapi({ description: 'The whole thing in the form its commands take; null when it was not there' })

export const auditEntrySchema = z
  .strictObject({
    id: z.int(),
    at: z.iso.datetime().openapi({ description: 'UTC' }),
    actor: z.string(),
    action: z.string().openapi({ example: 'update' }),
    entity: z.enum(auditedEntities),
    key: z.string(),
    undoable: z.boolean(),
    before: state,
    after: state,
  })
  .openapi('AuditEntry')

export const auditedThingSchema = z
  .strictObject({
    // Not made by extending the entry: the document would then ask of it to be both, and neither lets in the other’s fields.
    ...auditEntrySchema.shape,
    now: z
      .strictObject({ version: z.int(), managedBy: z.string().nullable(), value: state })
      .nullable()
      .openapi({ description: 'The thing as it stands now; null for what cannot be undone' }),
  })
  .openapi('AuditedThing')
export type AuditedThingView = z.infer<typeof auditedThingSchema>

export const auditSchema = z.strictObject({ items: z.array(auditEntrySchema) }).openapi('Audit')
export type AuditEntryView = z.infer<typeof auditEntrySchema>

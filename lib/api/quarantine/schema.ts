import { z } from '@hono/zod-openapi'
import { quarantineStates } from '@/lib/store/quarantine/list'
import { dateText, momentText } from '../source/schema'

export const heldEntities = ['bar', 'action', 'revenue', 'shares', 'rate'] as const

const rowShape = {
  id: z.int(),
  listing: z.string().nullable().openapi({ description: 'Null for rows of no listing' }),
  entity: z.enum(heldEntities),
  key: z.string().openapi({ description: 'A session, `2026-05-08 split`, a fiscal label or a date' }),
  feed: z.string(),
  feedName: z.string(),
  feedNameZh: z.string(),
  reason: z.string(),
  payload: z.any().openapi({ description: 'The row as it was held' }),
  state: z.enum(quarantineStates),
  heldAt: momentText,
  closedAt: momentText.nullable(),
  closedBy: z.string().nullable(),
  release: z
    .strictObject({
      writes: z.enum(['bar', 'action', 'revenue', 'shares']),
      needs: z.array(z.string()).openapi({ description: 'Fields that have to be given' }),
      takes: z.array(z.string()).openapi({ description: 'Fields that may be corrected' }),
    })
    .nullable()
    .openapi({ description: 'What its release would write; null when it can only be rejected' }),
}

export const quarantineRowSchema = z.strictObject(rowShape).openapi('QuarantineRow')
export const quarantineSchema = z.strictObject({ items: z.array(quarantineRowSchema) }).openapi('Quarantine')

const figureSchema = z.strictObject({ label: z.string(), value: z.string(), unit: z.string() })

export const quarantineDetailSchema = z
  .strictObject({
    ...rowShape,
    neighbours: z
      .strictObject({
        session: z.array(dateText),
        open: z.array(z.string()),
        high: z.array(z.string()),
        low: z.array(z.string()),
        close: z.array(z.string()),
        volume: z.array(z.string().nullable()),
      })
      .openapi({ description: 'The stored bars around a bar or an action, as traded' }),
    figures: z
      .array(figureSchema)
      .openapi({ description: 'The stored figures beside one of revenue or a share count, ascending' }),
  })
  .openapi('QuarantineDetail')

export const outcomesSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: z.int(),
        outcome: z.enum(['released', 'rejected', 'refused']),
        detail: z.string().nullable().openapi({ description: 'Why it was refused' }),
      }),
    ),
  })
  .openapi('QuarantineOutcomes')

export const adjustedSchema = z
  .strictObject({
    exDate: dateText,
    numerator: z.int(),
    denominator: z.int(),
    session: z.array(dateText),
    held: z.array(z.boolean()).openapi({ description: 'Whether the bar is in quarantine and not stored' }),
    raw: z.array(z.number()).openapi({ description: 'Closes as traded' }),
    before: z.array(z.number()).openapi({ description: 'Closes adjusted for the splits that are known' }),
    after: z.array(z.number()).openapi({ description: 'Closes adjusted for these and the candidate' }),
  })
  .openapi('AdjustedPreview')

/** A row that was held back, and how it can be released. */
export type QuarantineRowView = z.infer<typeof quarantineRowSchema>
/** The same with what is stored around it. */
export type QuarantineDetail = z.infer<typeof quarantineDetailSchema>
export type AdjustedPreview = z.infer<typeof adjustedSchema>
export type QuarantineOutcomes = z.infer<typeof outcomesSchema>

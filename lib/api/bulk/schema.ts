import { z } from '@hono/zod-openapi'
import { rowOutcomes } from '@/lib/store/bulk/outcome'

const lineSchema = z
  .strictObject({
    line: z.int().openapi({ description: 'Of the CSV, the head included; of JSON the place in `items`, from 1' }),
    key: z.string().nullable(),
    outcome: z.enum(rowOutcomes),
    difference: z
      .array(z.strictObject({ field: z.string(), stored: z.any(), sent: z.any() }))
      .openapi({ description: 'For an update: what changes' }),
    fields: z
      .array(z.strictObject({ name: z.string(), detail: z.string() }))
      .openapi({ description: 'For a refused line: what is wrong' }),
  })
  .openapi('ImportLine')

const totals = Object.fromEntries(rowOutcomes.map((name) => [name, z.int()])) as Record<
  (typeof rowOutcomes)[number],
  z.ZodInt
>

export const importSchema = z
  .strictObject({
    stored: z.boolean().openapi({ description: 'False for a dry run' }),
    totals: z.strictObject(totals),
    lines: z.array(lineSchema),
  })
  .openapi('Import')

export const exportSchema = z
  .strictObject({
    items: z.array(z.record(z.string(), z.any())).openapi({ description: 'In the form the commands take' }),
  })
  .openapi('Export')

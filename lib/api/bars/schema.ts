import { z } from '@hono/zod-openapi'
import { bundledTo, dateText, momentText, sourceRangeSchema } from '../source/schema'

export const barsSchema = z
  .strictObject({
    session: z.array(dateText),
    open: z.array(z.number()),
    high: z.array(z.number()),
    low: z.array(z.number()),
    close: z.array(z.number()),
    volume: z.array(z.number().nullable()).openapi({ description: 'Shares, null where the feed has none' }),
    settled: z.array(z.boolean()),
    meta: z.strictObject({
      symbol: z.string(),
      name: z.string(),
      mic: z.string(),
      currency: z.string(),
      adjustment: z.enum(['raw', 'split', 'total']),
      adjustmentNote: z
        .string()
        .nullable()
        .openapi({ description: 'What is not known about the adjustment, such as dividends; null when nothing' }),
      adjustmentNoteZh: z.string().nullable().openapi({ description: 'The same in Chinese' }),
      sources: z.array(sourceRangeSchema),
      revised: z
        .array(z.strictObject({ session: dateText, revisions: z.int(), lastRevisedAt: momentText }))
        .openapi({ description: 'Sessions of the range whose settled bar was changed later; the old values are kept' }),
      bundledTo,
      asOf: momentText.nullable(),
      fetchedAt: momentText.nullable(),
      rows: z.int(),
      sampled: z.strictObject({ of: z.int(), points: z.int() }).optional().openapi({
        description:
          'There when points was asked for and there were more sessions (of): each bar is a part of them, under its last session, with the first open, the highest high, the lowest low, the last close and the sum of volumes',
      }),
    }),
  })
  .openapi('Bars', { description: 'Daily bars by columns of one length, ascending by session' })

/** Daily bars of a listing by columns, prices in its currency. */
export type BarsView = z.infer<typeof barsSchema>

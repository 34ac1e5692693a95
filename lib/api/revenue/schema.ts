import { z } from '@hono/zod-openapi'
import { bundledTo, dateText, momentText, sourceRangeSchema } from '../source/schema'

export const revenueSchema = z
  .strictObject({
    label: z.array(z.string()).openapi({ example: ['2025-Q2'], description: 'FY2026-Q4 is a fiscal quarter' }),
    start: z.array(dateText),
    end: z.array(dateText),
    value: z.array(z.number()),
    currency: z.array(z.string()),
    filed: z.array(dateText.nullable()),
    knownAt: z.array(momentText).openapi({ description: 'When the figure was made public' }),
    derived: z.array(z.boolean()).openapi({ description: 'A difference of reported figures' }),
    precision: z.array(z.string()),
    source: z.array(z.string()),
    document: z.array(z.string()),
    yearOnYear: z
      .array(z.number().nullable())
      .openapi({ description: 'Fraction on the same quarter a year before; null where that is not stored' }),
    meta: z.strictObject({
      symbol: z.string(),
      topic: z.string().nullable().openapi({ description: 'The company; null when the listing has none' }),
      name: z.string().nullable(),
      currency: z.string().nullable(),
      sources: z.array(sourceRangeSchema).openapi({ description: 'Dates are ends of periods' }),
      bundledTo,
      asOf: momentText.nullable().openapi({ description: 'When the newest figure was made public' }),
      fetchedAt: momentText.nullable(),
      rows: z.int(),
    }),
  })
  .openapi('Revenue', { description: 'Quarterly revenue by columns of one length, ascending by end of period' })

/** Quarterly revenue of the company behind a listing, by columns. */
export type RevenueView = z.infer<typeof revenueSchema>

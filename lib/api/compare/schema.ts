import { z } from '@hono/zod-openapi'
import { bundledTo, dateText, sourceSchema } from '../source/schema'

const seriesSchema = z
  .strictObject({
    symbol: z.string(),
    name: z.string(),
    mic: z.string(),
    currency: z.string().openapi({ description: 'What the closes are in after conversion' }),
    baseSession: dateText.nullable(),
    baseClose: z.number().nullable().openapi({ description: 'Split-adjusted close that counts as 100' }),
    session: z.array(dateText),
    value: z.array(z.number()).openapi({ description: '100 at the base session' }),
    source: sourceSchema.nullable(),
    bundledTo,
    note: z.string().nullable().openapi({ description: 'Why there are no values, or what was left out' }),
  })
  .openapi('ComparedSeries')

export const compareSchema = z
  .strictObject({
    base: z.strictObject({
      kind: z.enum(['date', 'event']),
      date: dateText,
      event: z.string().nullable(),
      title: z.string().nullable(),
    }),
    series: z.array(seriesSchema),
    meta: z.strictObject({
      adjustment: z.literal('split'),
      currency: z.string().openapi({ description: '`local` or the code everything was converted to' }),
      settled: z.enum(['only', 'all']),
      rule: z.string().openapi({ description: 'How the base session was found' }),
      conversion: z.string().nullable().openapi({ description: 'How currencies were converted; null when none was' }),
    }),
  })
  .openapi('Comparison', { description: 'Series rebased to 100, each by columns of one length' })

/** Listings rebased to 100 at one date or event. */
export type CompareView = z.infer<typeof compareSchema>
export type ComparedSeriesView = CompareView['series'][number]

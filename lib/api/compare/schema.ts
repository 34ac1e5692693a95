import { z } from '@hono/zod-openapi'
import { bundledTo, dateText, momentText, sourceSchema } from '../source/schema'

const statsSchema = z
  .strictObject({
    lastSession: dateText,
    lastValue: z.number(),
    change: z.number().openapi({ description: 'Fraction since the base: 0.01 is one percent' }),
    drawdown: z.strictObject({ depth: z.number(), peak: dateText, trough: dateText }).nullable().openapi({
      description: 'Deepest fall from a high since the base, a negative fraction; null when it never fell',
    }),
    volatility: z.number().nullable().openapi({
      description: 'Standard deviation of the daily log returns since the base times √252; null with fewer than two',
    }),
    returns: z.int().openapi({ description: 'How many returns the volatility is of' }),
  })
  .openapi('ComparedStats', { description: 'Each from the values from the base session to the last one' })

const seriesSchema = z
  .strictObject({
    symbol: z.string(),
    name: z.string(),
    nameZh: z.string(),
    mic: z.string(),
    currency: z.string().openapi({ description: 'What the closes are in after conversion' }),
    baseSession: dateText.nullable(),
    baseClose: z.number().nullable().openapi({ description: 'Adjusted close that counts as 100, after conversion' }),
    session: z.array(dateText),
    value: z.array(z.number()).openapi({ description: '100 at the base session' }),
    stats: statsSchema.nullable(),
    settledTo: dateText.nullable().openapi({ description: 'Last settled session; later ones are of running sessions' }),
    source: sourceSchema.nullable(),
    bundledTo,
    asOf: momentText.nullable(),
    fetchedAt: momentText.nullable(),
    note: z.string().nullable().openapi({ description: 'Why there are no values, or what was left out' }),
    noteZh: z.string().nullable(),
  })
  .openapi('ComparedSeries')

export const compareSchema = z
  .strictObject({
    base: z.strictObject({
      kind: z.enum(['date', 'event']),
      date: dateText,
      event: z.string().nullable(),
      title: z.string().nullable(),
      titleZh: z.string().nullable(),
    }),
    series: z.array(seriesSchema),
    meta: z.strictObject({
      adjustment: z.enum(['split', 'total']),
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

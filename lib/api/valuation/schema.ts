import { z } from '@hono/zod-openapi'
import { bundledTo, dateText, momentText, sourceRangeSchema } from '../source/schema'

const figures = (description: string) => z.array(z.number().nullable()).openapi({ description })

export const valuationSchema = z
  .strictObject({
    session: z.array(dateText),
    close: z.array(z.number()).openapi({ description: 'As traded, in the currency of the listing' }),
    revenueTtm: figures('Revenue of the last four quarters known at the close of the session, in revenueCurrency'),
    revenueCurrency: z.array(z.string().nullable()),
    revenueTtmUsd: figures('The same in US dollars'),
    revenueTtmCny: figures('The same in yuan'),
    rateDate: z
      .array(dateText.nullable())
      .openapi({ description: 'Day of the oldest rate used in the row; null where none was' }),
    quarters: z
      .array(z.array(z.string()))
      .openapi({ description: 'The quarters in the sum', example: [['2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2']] }),
    precision: z
      .array(z.enum(['exact', 'rounded']).nullable())
      .openapi({ description: 'rounded when one of the four quarters is' }),
    derived: z
      .array(z.boolean().nullable())
      .openapi({ description: 'Whether one of the four quarters is a difference of reported figures' }),
    quarter: z.array(z.string().nullable()).openapi({ description: 'Newest quarter known at the close' }),
    quarterKnownAt: z.array(momentText.nullable()),
    yearOnYear: figures('Growth of the newest quarter on the same one a year before, a fraction'),
    quarterOnQuarter: figures('Growth of the newest quarter on the one before, a fraction'),
    shares: figures('Shares outstanding as known at the close, with the splits since sharesAsOf'),
    sharesStated: figures('The count as its document states it'),
    sharesAsOf: z.array(dateText.nullable()).openapi({ description: 'Day the stated count is of' }),
    marketCap: figures('Close times shares, in the currency of meta'),
    priceToSales: figures('Market cap over revenueTtm, both in one currency'),
    reason: z.array(z.string().nullable()).openapi({
      description: 'Why figures of the row are null; null when all are there',
      example: ['no multiple: shares unknown'],
    }),
    meta: z.strictObject({
      symbol: z.string(),
      name: z.string(),
      mic: z.string(),
      topic: z.string().nullable().openapi({ description: 'The company; null when the listing has none' }),
      currency: z.string().openapi({ description: 'Of marketCap' }),
      listingCurrency: z.string().openapi({ description: 'Of close' }),
      adjustment: z.literal('raw'),
      conversion: z.string().openapi({ description: 'How currencies were converted' }),
      sources: z.array(sourceRangeSchema).openapi({ description: 'Of the closes' }),
      revenueSources: z
        .array(sourceRangeSchema)
        .openapi({ description: 'Of the quarters in any row; dates are ends of periods' }),
      sharesSources: z
        .array(sourceRangeSchema)
        .openapi({ description: 'Of the counts in any row; dates are the days they are of' }),
      ratesSource: z.string().nullable(),
      bundledTo,
      asOf: momentText.nullable(),
      fetchedAt: momentText.nullable(),
      rows: z.int(),
    }),
  })
  .openapi('Valuation', {
    description:
      'What the market paid for the sales known then, by columns of one length, ascending by settled session. A row holds nothing that became known after its close, save the euro rate of its own date, which comes out in the afternoon in Frankfurt',
  })

/** Valuation of a listing by columns. */
export type ValuationView = z.infer<typeof valuationSchema>

import { z } from '@hono/zod-openapi'
import { marketStates } from '@/lib/market/marketState'
import { dateText, momentText, sourceSchema } from '../source/schema'

export const marketSchema = z.enum(marketStates).openapi('MarketState', {
  description:
    'By the clock of the exchange: before the open, trading, in its midday break, closed; unknown beyond its calendar',
})

export const quoteFiguresSchema = z
  .strictObject({
    price: z.number(),
    at: momentText.openapi({ description: 'The moment the feed says the price is of' }),
    session: dateText,
    previousClose: z.number().nullable(),
    change: z.number().nullable().openapi({ description: 'Fraction against the close before: 0.01 is one percent' }),
    open: z.number().nullable(),
    high: z.number().nullable(),
    low: z.number().nullable(),
    volume: z.number().nullable().openapi({ description: 'Shares since the open' }),
    minutesOld: z
      .number()
      .nullable()
      .openapi({ description: 'Minutes of trading since then; null beyond the calendar' }),
    lateMinutes: z.number().openapi({ description: 'Minutes by which the feed is late by its own rules' }),
    stale: z.boolean().openapi({ description: 'Older, in the time of its market, than the feed is late' }),
    superseded: z.boolean().openapi({ description: 'The session has a settled bar, or a later one has' }),
    source: sourceSchema,
    fetchedAt: momentText,
  })
  .openapi('QuoteFigures')

export const quoteSchema = z
  .strictObject({
    symbol: z.string(),
    currency: z.string(),
    market: marketSchema,
    quote: quoteFiguresSchema.nullable().openapi({ description: 'Null when no live price is kept' }),
  })
  .openapi('Quote')

/** A live price and what an exchange does. */
export type QuoteView = z.infer<typeof quoteSchema>
export type QuoteFigures = z.infer<typeof quoteFiguresSchema>

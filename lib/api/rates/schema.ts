import { z } from '@hono/zod-openapi'
import { bundledTo, dateText } from '../source/schema'

export const ratesSchema = z
  .strictObject({
    date: z.array(dateText),
    rate: z.array(z.number()).openapi({ description: 'Units of quote for one base' }),
    meta: z.strictObject({
      base: z.string(),
      quote: z.string(),
      method: z.string(),
      source: z.string().nullable(),
      bundledTo,
      rows: z.int(),
    }),
  })
  .openapi('Rates', { description: 'Reference rates by columns, ascending by date' })

/** Reference rates of one currency in another, by columns. */
export type RatesView = z.infer<typeof ratesSchema>

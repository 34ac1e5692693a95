import { z } from '@hono/zod-openapi'
import { marketSchema, quoteFiguresSchema } from '../quote/schema'
import { dateText, editedShape, momentText, sourceSchema } from '../source/schema'

const ageSchema = z
  .strictObject({
    state: z.enum(['fresh', 'behind', 'unknown']),
    sessionsBehind: z.int().nullable().openapi({ description: 'Null when it cannot be counted' }),
    lastDue: dateText.nullable().openapi({ description: 'Newest session a settled bar is due for' }),
  })
  .openapi('Age', { description: 'Age in market time: sessions of the exchange that are due and not there' })

const seriesSchema = z.strictObject({
  sessions: z.int(),
  firstSession: dateText.nullable(),
  lastSession: dateText.nullable(),
  lastSettledSession: dateText.nullable(),
  lastClose: z.number().nullable().openapi({ description: 'As-traded close of the last settled session' }),
  previousClose: z.number().nullable().openapi({ description: 'As-traded close of the settled session before' }),
  previousSession: dateText.nullable(),
  change: z.number().nullable().openapi({ description: 'Fraction: 0.01 is one percent' }),
  changeBasis: z
    .enum(['as-traded', 'split'])
    .openapi({ description: '`split` when a split lies between the two sessions' }),
  source: sourceSchema.nullable(),
  fetchedAt: momentText.nullable(),
  asOf: momentText.nullable(),
  age: ageSchema,
  lastAttempt: z
    .strictObject({ feed: z.string(), outcome: z.string(), error: z.string().nullable(), at: momentText })
    .nullable(),
})

export const listingSchema = z
  .strictObject({
    symbol: z.string(),
    mic: z.string().openapi({ description: 'ISO 10383 code of the exchange' }),
    exchange: z.string(),
    ticker: z.string(),
    name: z.string(),
    nameZh: z.string(),
    kind: z.enum(['equity', 'adr', 'index']),
    currency: z.string(),
    status: z.enum(['listed', 'suspended', 'delisted']),
    listedOn: dateText.nullable(),
    delistedOn: dateText.nullable(),
    trackedFrom: dateText,
    dividendsKnownTo: dateText.nullable().openapi({ description: 'Null when not known at all' }),
    topics: z.array(z.string()),
    benchmark: z.string().nullable(),
    secondBenchmark: z.string().nullable(),
    feedSymbols: z.record(z.string(), z.string()).openapi({ description: 'What each feed calls it' }),
    position: z.int().openapi({ description: 'Where it stands in lists, the smallest first' }),
    version: editedShape.version,
    managedBy: editedShape.managedBy,
    series: seriesSchema,
    market: marketSchema,
    quote: quoteFiguresSchema
      .nullable()
      .openapi({ description: 'The live price of a session that is not settled yet; null when there is none' }),
  })
  .openapi('Listing')

export const listingsSchema = z.strictObject({ items: z.array(listingSchema) }).openapi('Listings')

/** One listing and the state of its series. */
export type ListingView = z.infer<typeof listingSchema>
export type ListingsView = z.infer<typeof listingsSchema>
export type SeriesView = z.infer<typeof seriesSchema>

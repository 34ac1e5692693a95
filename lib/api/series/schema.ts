import { z } from '@hono/zod-openapi'
import { dateText, momentText, sourceSchema } from '../source/schema'

const attemptSchema = z
  .strictObject({
    feed: z.string(),
    feedName: z.string(),
    feedNameZh: z.string(),
    outcome: z.string(),
    errorClass: z.string().nullable(),
    error: z.string().nullable(),
    at: momentText,
  })
  .nullable()
  .openapi('SeriesAttempt', { description: 'The newest attempt to refresh it, null before the first' })

const heldSchema = z
  .strictObject({ held: z.int(), released: z.int(), rejected: z.int(), superseded: z.int() })
  .openapi('HeldRows', { description: 'Rows that validation held back, by what became of them; held ones wait' })

/** What a session of a tracker can be. A closed set. */
export const sessionStates = ['stored', 'revised', 'unsettled', 'open', 'halt', 'not-listed', 'feed-gap'] as const

const recentSchema = z
  .strictObject({ session: z.array(dateText), state: z.array(z.enum(sessionStates)) })
  .openapi('RecentSessions', {
    description:
      'The last sessions due, by columns, and an unsettled one after them: stored, revised after it was settled, unsettled, open (missing, asked for again), or why it stays missing',
  })

const priceSchema = z
  .strictObject({
    symbol: z.string(),
    due: z.int().openapi({ description: 'Sessions from the first tracked one to the last due' }),
    stored: z.int().openapi({ description: 'How many of them have a bar' }),
    missing: z.strictObject({
      open: z.int().openapi({ description: 'Asked for again' }),
      halt: z.int(),
      notListed: z.int(),
      feedGap: z.int(),
      unexplained: z.int(),
    }),
    complete: z.boolean().nullable().openapi({ description: 'Whether none is open; null without a calendar' }),
    revisions: z.int().openapi({ description: 'Changes of settled bars; the old values are kept' }),
    lastRevisedAt: momentText.nullable(),
    quarantine: heldSchema,
    recent: recentSchema,
    lastAttempt: attemptSchema,
  })
  .openapi('PriceSeries')

const companyShape = { topic: z.string(), name: z.string(), nameZh: z.string() }
const sourceShape = { source: sourceSchema, fetchedAt: momentText }

const revenueSchema = z
  .strictObject({
    ...companyShape,
    currency: z.string(),
    quarters: z.int(),
    first: z.string().openapi({ description: 'Fiscal label' }),
    last: z.string(),
    lastEnd: dateText.openapi({ description: 'Last day of the latest quarter' }),
    knownSince: momentText.openapi({ description: 'Since when the latest quarter is known' }),
    restated: z.int(),
    quarantine: heldSchema,
    ...sourceShape,
    lastAttempt: attemptSchema,
  })
  .openapi('RevenueSeries')

const sharesSchema = z
  .strictObject({
    ...companyShape,
    counts: z.int(),
    first: dateText,
    last: dateText,
    knownSince: momentText,
    ...sourceShape,
  })
  .openapi('ShareCountSeries')

const ratesSchema = z
  .strictObject({
    base: z.string(),
    quote: z.string(),
    days: z.int(),
    first: dateText,
    last: dateText,
    ...sourceShape,
    lastAttempt: attemptSchema,
  })
  .openapi('RateSeries')

export const seriesListSchema = z
  .strictObject({
    prices: z.array(priceSchema),
    revenue: z.array(revenueSchema),
    shares: z.array(sharesSchema),
    rates: z.array(ratesSchema),
    otherHeld: heldSchema.openapi({ description: 'Rows held back that belong to no listing, such as rates' }),
  })
  .openapi('SeriesList')

export type SeriesListView = z.infer<typeof seriesListSchema>
export type PriceSeriesView = z.infer<typeof priceSchema>
export type SeriesAttempt = z.infer<typeof attemptSchema>
export type HeldRows = z.infer<typeof heldSchema>
export type SessionState = (typeof sessionStates)[number]

import { z } from 'zod'
import { growthReadings } from '@/lib/analytics/claims/growth'
import { isTradingDate } from '@/lib/market/date'
import { isOfOurTime, ourTime, proseInput } from '@/lib/store/input'
import { slugForm } from '@/lib/store/slug'

/** Every way a claim can be judged. A closed set. */
export const claimKinds = [
  'price-change',
  'level',
  'growth',
  'conversion',
  'record',
  'response',
  'interval',
  'arithmetic',
  'not-checkable',
] as const
export type ClaimKind = (typeof claimKinds)[number]

const slug = z.string().regex(slugForm, { error: 'expected a slug such as deepseek-ue8m0' })
const symbol = z.string().regex(/^[\x21-\x7e]{1,20}$/, { error: 'expected a symbol such as 688256.SS' })
const date = z
  .string()
  .refine(isTradingDate, { error: 'expected a date of the calendar such as 2025-08-28', abort: true })
  .refine(isOfOurTime, ourTime)
const currency = z.string().regex(/^[A-Z]{3}$/, { error: 'expected a currency such as CNY' })
const quarter = z
  .string()
  .regex(/^(FY)?(19|20)\d{2}-Q[1-4]$/, { error: 'expected a quarter such as 2025-Q2 or FY2026-Q4' })
const quarters = z.array(quarter).min(1).max(12)
const reading = z.enum(growthReadings)
const needs = proseInput(2_000).refine((text) => text !== '', { error: 'expected 1 to 2000 characters' })

/** Revenue summed over the named quarters of a topic. */
const revenue = z.strictObject({ topic: slug, quarters })

/** A figure as it was said: a decimal in `unit`, to so many places. */
const said = {
  said: z.string().regex(/^-?\d{1,15}(\.\d{1,8})?$/, { error: 'expected a decimal such as 2.88' }),
  unit: z.enum(['1', '1000', '1000000', '1000000000', '1000000000000']),
  decimals: z.int().min(0).max(8),
}

/** What each kind takes, strictly. Plain JSON: the store keeps it as such. */
export const claimParameters = {
  /** Change of a close over whole years. True of an end date when it is in `range`, in the unit of `reading`. */
  'price-change': z.strictObject({
    listing: symbol,
    price: z.literal('close'),
    adjust: z.literal('split'),
    years: z.int().min(1).max(20),
    reading,
    range: z
      .strictObject({ from: z.number(), below: z.number() })
      .refine((range) => range.from < range.below, { error: 'expected from under below' }),
    endDates: z.array(date).max(20),
    ends: z.strictObject({ last: date, count: z.int().min(1).max(250) }),
  }),
  /** A sum of quarters. */
  level: z.strictObject({ revenue, currency, ...said }),
  /** Growth of one sum of quarters on another. */
  growth: z.strictObject({ revenue, before: revenue, reading, ...said }),
  /** A sum of quarters in another currency, by the reference rates of each date against `base`. */
  conversion: z.strictObject({
    revenue,
    from: currency,
    to: currency,
    base: currency,
    dates: z.array(date).min(1).max(20),
    ...said,
  }),
  /** The largest of its like since a date; the first quarter that counts is `needsFrom`. */
  record: z.strictObject({ topic: slug, quarters, since: date, needsFrom: quarter }),
  /** A listing's response to an event. */
  response: z.strictObject({ event: slug, listing: symbol, direction: z.enum(['fall', 'rise']) }),
  /** Days from one event to another. */
  interval: z.strictObject({ fromEvent: slug, toEvent: slug, atMostDays: z.int().min(0).max(36_525) }),
  /** A stated share of stated numbers. */
  arithmetic: z.strictObject({
    part: z.number().positive(),
    wholes: z.array(z.number().positive()).min(1).max(10),
    saidShare: z.strictObject({ numerator: z.int().min(1), denominator: z.int().min(1) }),
  }),
  /** What it would take, as it follows "it would take". */
  'not-checkable': z.strictObject({ needs, needsZh: needs }),
} satisfies Record<ClaimKind, z.ZodType>

/** The parameters of a kind. */
export type ParametersOf<Kind extends ClaimKind> = z.output<(typeof claimParameters)[Kind]>

/** Which revenue a claim speaks of. */
export type RevenueSum = z.output<typeof revenue>

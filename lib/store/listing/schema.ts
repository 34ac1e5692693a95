import { z } from 'zod'
import { isTradingDate } from '@/lib/market/date'
import { exchangeOf, mics } from '@/lib/market/exchange'
import { isOfOurTime, lineInput, ourTime, positionInput } from '../input'

export const listingKinds = ['equity', 'adr', 'index'] as const
export const listingStatuses = ['listed', 'suspended', 'delisted'] as const

const symbol = z.string().regex(/^[\x21-\x7e]{1,20}$/, { error: 'expected a symbol such as 688256.SS' })
const date = z
  .string()
  .refine(isTradingDate, { error: 'expected a date of the calendar such as 2025-08-28', abort: true })
  .refine(isOfOurTime, ourTime)

/** The fields of a listing as its commands take them. Dates are the exchange's own. */
export const listingFields = {
  symbol,
  mic: z.enum(mics, { error: `expected one of ${mics.join(', ')}` }),
  ticker: z.string().regex(/^[\x21-\x7e]{1,20}$/, { error: 'expected a ticker such as 688256' }),
  name: lineInput(200),
  nameZh: lineInput(200),
  kind: z.enum(listingKinds),
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'expected three letters such as HKD' }),
  status: z.enum(listingStatuses),
  listedOn: date.nullable(),
  delistedOn: date.nullable(),
  trackedFrom: date,
  benchmark: symbol.nullable(),
  secondBenchmark: symbol.nullable(),
  position: positionInput,
  topics: z
    .array(z.string().max(100))
    .max(20, { error: 'expected at most 20' })
    .transform((topics) => [...new Set(topics)].sort()),
  feedSymbols: z
    .record(
      z.string().regex(/^[a-z0-9-]{1,40}$/, { error: 'expected the id of a feed' }),
      z.string().regex(/^[\x21-\x7e]{1,40}$/, { error: 'expected a symbol of the feed' }),
    )
    .refine((symbols) => Object.keys(symbols).length <= 20, { error: 'expected at most 20' }),
}

/** A whole listing. `topics` are slugs, in alphabetical order; `feedSymbols` symbols by the feed's id; benchmarks symbols. */
export const listingInput = z.strictObject(listingFields).check(({ value, issues }) => {
  const refuse = (field: keyof typeof listingFields, message: string) =>
    issues.push({ code: 'custom', path: [field], message, input: value })
  const { knownFrom } = exchangeOf(value.mic)
  const { status, listedOn, delistedOn } = value
  if (value.trackedFrom < knownFrom) refuse('trackedFrom', `the calendar of ${value.mic} begins on ${knownFrom}`)
  if (delistedOn !== null && status !== 'delisted') refuse('delistedOn', 'goes with the status delisted only')
  if (delistedOn !== null && listedOn !== null && delistedOn < listedOn) {
    refuse('delistedOn', `expected no day before listedOn, ${listedOn}`)
  }
  for (const field of ['benchmark', 'secondBenchmark'] as const)
    if (value[field] === value.symbol) refuse(field, 'expected another listing than itself')
})

export type ListingFields = z.output<typeof listingInput>

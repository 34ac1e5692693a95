import { z } from 'zod'
import { simpleMovingAverage } from '@/lib/analytics/indicators/average'
import { relativeStrength as strengthOf } from '@/lib/analytics/indicators/relativeStrength'
import type { Listing } from '@/lib/store/listing/list'
import type { ParametersOf } from '@/lib/store/rule/parameters'
import { percent } from '@/lib/studies/claims/words'
import { joinSessions, sessionRuleOf } from '@/lib/studies/indicators/sessionRule'
import { digits, latestOf } from '../figures'
import { type Hit, looksAt, type SignalKind } from '../hit'
import { countedPrices, type PriceColumns } from '../prices'

type Parameters = ParametersOf<'relative-strength'>

const numbers = z.object({
  against: z.string(),
  direction: z.enum(['up', 'down']),
  /** Percent by which relative strength is beyond its average. */
  beyond: z.number(),
  /** Percent by which the listing and the other one changed over the window. */
  change: z.number(),
  otherChange: z.number(),
  /** The other one's session that stands beside. */
  otherSession: z.string(),
  sessions: z.int(),
  band: z.number(),
  feeds: z.array(z.string()),
})
type StrengthNumbers = z.infer<typeof numbers>

/** A crossing, by its position; `beyond` is a fraction of the average, negative below it. */
export interface Crossing {
  readonly at: number
  readonly beyond: number
}

/**
 * Where relative strength comes to lie `band` % or more beyond its own average over `window` values, on the other side than it lay that far last. Closes of sessions that
 * stand beside each other. Pure, and blind to what comes after each.
 */
export function crossings(
  own: Float64Array,
  other: Float64Array,
  { window, band }: Pick<Parameters, 'window' | 'band'>,
): Crossing[] {
  if (own.length < window) return []
  const strength = strengthOf(own, other, 0)
  const average = simpleMovingAverage(strength, window)
  const found: Crossing[] = []
  let side = 0
  for (let at = window - 1; at < strength.length; at++) {
    const beyond = (strength[at] as number) / (average[at] as number) - 1
    if (Math.abs(beyond) * 100 < band || beyond === 0) continue
    const now = Math.sign(beyond)
    if (side !== 0 && now !== side) found.push({ at, beyond })
    side = now
  }
  return found
}

function hitsOf(
  listing: Listing,
  own: PriceColumns,
  other: { readonly listing: Listing; readonly prices: PriceColumns },
  parameters: Parameters,
): Hit<StrengthNumbers>[] {
  const rule = sessionRuleOf(listing.mic, other.listing.mic)
  const { session, first, second } = joinSessions(own.session, other.prices.session, rule)
  const closes = (prices: PriceColumns, at: readonly number[]) =>
    Float64Array.from(at, (i) => prices.close[i] ?? Number.NaN)
  const [mine, theirs] = [closes(own, first), closes(other.prices, second)]
  const { window, band, against } = parameters
  const changeTo = (closes: Float64Array, at: number) =>
    digits(100 * ((closes[at] ?? Number.NaN) / (closes[at - window + 1] ?? Number.NaN) - 1))
  return crossings(mine, theirs, parameters).map(({ at, beyond }) => {
    const [i, j] = [first[at] ?? 0, second[at] ?? 0]
    const date = session[at] ?? ''
    return {
      cause: `${listing.symbol} ${date}`,
      symbol: listing.symbol,
      session: date,
      knownAt: latestOf(own.knownAt[i] ?? new Date(0), other.prices.knownAt[j] ?? new Date(0)),
      numbers: {
        against,
        direction: beyond > 0 ? 'up' : 'down',
        beyond: digits(100 * beyond),
        ...{ change: changeTo(mine, at), otherChange: changeTo(theirs, at) },
        ...{ otherSession: other.prices.session[j] ?? '', sessions: window, band },
        feeds: [...new Set([own.feed[i] ?? '', other.prices.feed[j] ?? ''])],
      },
    }
  })
}

/** Relative strength against another listing crosses its average. */
export const relativeStrength: SignalKind<'relative-strength', StrengthNumbers> = {
  kind: 'relative-strength',
  numbers,
  evaluate: async (reads, parameters, scope) => {
    const all = await reads.listings()
    const other = all.find(({ symbol }) => symbol === parameters.against)
    if (other === undefined) return []
    const theirs = { listing: other, prices: countedPrices(await reads.prices(other), parameters.quotes) }
    const hits = await Promise.all(
      all
        .filter(({ symbol }) => symbol !== other.symbol && looksAt(scope, symbol))
        .map(async (listing) =>
          hitsOf(listing, countedPrices(await reads.prices(listing), parameters.quotes), theirs, parameters),
        ),
    )
    return hits.flat()
  },
  tell: ({ against, direction, beyond, change, otherChange, sessions }, names, symbol) => {
    const [own, other] = [names.listing(symbol ?? ''), names.listing(against)]
    const [far, mine, theirs] = [beyond, change, otherChange].map((value) => percent(value, 1))
    return {
      en: `The relative strength of ${own.en} against ${other.en} crossed ${direction === 'up' ? 'above' : 'below'} its ${sessions}-session average (${far}): ${mine} against ${theirs} over these sessions.`,
      zh: `${own.zh}相对${other.zh}的强度${direction === 'up' ? '上穿' : '下穿'}其${sessions}个交易日均值（${far}）：同期两者分别变动${mine}与${theirs}。`,
    }
  },
  describe: ({ against, window, band }) => ({
    en: `relative strength against ${against} crosses its average of ${window} sessions by ${band}% or more`,
    zh: `相对${against}的强度穿越其${window}个交易日均值不少于${band}%`,
  }),
}

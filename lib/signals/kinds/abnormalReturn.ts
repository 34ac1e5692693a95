import { z } from 'zod'
import { alignSessions } from '@/lib/analytics/align'
import { windowLayout } from '@/lib/analytics/eventStudy/layout'
import { fitModel } from '@/lib/analytics/eventStudy/model'
import { windowTest } from '@/lib/analytics/eventStudy/window'
import { isRefusal } from '@/lib/analytics/refusal'
import { returnsOf } from '@/lib/analytics/returns'
import type { Listing } from '@/lib/store/listing/list'
import type { ParametersOf } from '@/lib/store/rule/parameters'
import { percent } from '@/lib/studies/claims/words'
import { digits, latestOf } from '../figures'
import { type Hit, looksAt, type SignalKind } from '../hit'
import { countedPrices, type PriceColumns } from '../prices'

type Parameters = ParametersOf<'abnormal-return'>

const numbers = z.object({
  /** Percent: of the session, of the benchmark, and what the session was beyond what the model expects. */
  change: z.number(),
  benchmarkChange: z.number(),
  abnormal: z.number(),
  /** The abnormal log return over its prediction error. */
  t: z.number(),
  beta: z.number(),
  alpha: z.number(),
  sigma: z.number(),
  sessions: z.int(),
  estimatedFrom: z.string(),
  estimatedTo: z.string(),
  benchmark: z.string(),
  close: z.string(),
  currency: z.string(),
  errors: z.number(),
  percent: z.number(),
  feeds: z.array(z.string()),
})
type AbnormalNumbers = z.infer<typeof numbers>

/** Fewest returns that a model is estimated on, whatever window is asked for. */
const fewest = 120

/** An abnormal return beyond the rule's bounds, by the position of its return; log returns, as the model has them. */
export interface AbnormalSession {
  readonly at: number
  readonly firm: number
  readonly market: number
  readonly abnormal: number
  readonly t: number
  readonly fit: { readonly alpha: number; readonly beta: number; readonly sigma: number; readonly n: number }
  readonly estimation: { readonly from: number; readonly to: number }
}

/**
 * Every return that lies beyond the market model's expectation by `errors` prediction errors and `percent` %, the model estimated for each on the returns before it.
 * Log returns of one length, ascending. Pure, and blind to what comes after each return.
 */
export function abnormalSessions(
  firm: Float64Array,
  market: Float64Array,
  { errors, percent: least, direction, estimation, gap }: Omit<Parameters, 'quotes'>,
): AbnormalSession[] {
  const found: AbnormalSession[] = []
  for (let at = 0; at < firm.length; at++) {
    const layout = windowLayout(firm.length, at, { pre: 0, post: 0, gap, estimation })
    if (isRefusal(layout)) continue
    const { from, to } = layout.estimation
    if (to - from < Math.min(fewest, estimation)) continue
    const fit = fitModel('market', firm.subarray(from, to), market.subarray(from, to))
    if (isRefusal(fit)) continue
    const test = windowTest(fit, firm.subarray(at, at + 1), market.subarray(at, at + 1))
    if (isRefusal(test)) continue
    const { car: abnormal, t } = test
    const wrongWay = (direction === 'up' && abnormal < 0) || (direction === 'down' && abnormal > 0)
    if (wrongWay || Math.abs(t) < errors || Math.abs(Math.expm1(abnormal)) * 100 < least) continue
    found.push({ at, firm: firm[at] ?? 0, market: market[at] ?? 0, abnormal, t, fit, estimation: { from, to } })
  }
  return found
}

const asPercent = (log: number) => digits(100 * Math.expm1(log))

function hitsOf(
  listing: Listing,
  own: PriceColumns,
  benchmark: { readonly symbol: string; readonly prices: PriceColumns },
  parameters: Parameters,
): Hit<AbnormalNumbers>[] {
  const { session, first, second } = alignSessions(own.session, benchmark.prices.session)
  const closes = (prices: PriceColumns, at: readonly number[]) =>
    Float64Array.from(at, (i) => prices.close[i] ?? Number.NaN)
  const firm = returnsOf(closes(own, first), 'log')
  const market = returnsOf(closes(benchmark.prices, second), 'log')
  return abnormalSessions(firm, market, parameters).map(({ at, fit, estimation, ...found }) => {
    const [i, j] = [first[at + 1] ?? 0, second[at + 1] ?? 0]
    const date = session[at + 1] ?? ''
    return {
      cause: `${listing.symbol} ${date}`,
      symbol: listing.symbol,
      session: date,
      knownAt: latestOf(own.knownAt[i] ?? new Date(0), benchmark.prices.knownAt[j] ?? new Date(0)),
      numbers: {
        change: asPercent(found.firm),
        benchmarkChange: asPercent(found.market),
        abnormal: asPercent(found.abnormal),
        t: digits(found.t),
        ...{ beta: digits(fit.beta), alpha: digits(fit.alpha), sigma: digits(fit.sigma), sessions: fit.n },
        estimatedFrom: session[estimation.from + 1] ?? '',
        estimatedTo: session[estimation.to] ?? '',
        benchmark: benchmark.symbol,
        ...{ close: own.traded[i] ?? '', currency: listing.currency },
        ...{ errors: parameters.errors, percent: parameters.percent },
        feeds: [...new Set([own.feed[i] ?? '', benchmark.prices.feed[j] ?? ''])],
      },
    }
  })
}

const beyond: Readonly<Record<Parameters['direction'], { readonly en: string; readonly zh: string }>> = {
  up: { en: 'a rise', zh: '上涨' },
  down: { en: 'a fall', zh: '下跌' },
  both: { en: 'a move', zh: '变动' },
}

/** A session's return that the market does not explain. */
export const abnormalReturn: SignalKind<'abnormal-return', AbnormalNumbers> = {
  kind: 'abnormal-return',
  numbers,
  evaluate: async (reads, parameters, scope) => {
    const all = await reads.listings()
    const hits = await Promise.all(
      all.map(async (listing) => {
        const benchmark = all.find(({ symbol }) => symbol === listing.benchmark)
        if (benchmark === undefined || !looksAt(scope, listing.symbol)) return []
        const [own, other] = await Promise.all([reads.prices(listing), reads.prices(benchmark)])
        const counted = (prices: PriceColumns) => countedPrices(prices, parameters.quotes)
        return hitsOf(listing, counted(own), { symbol: benchmark.symbol, prices: counted(other) }, parameters)
      }),
    )
    return hits.flat()
  },
  tell: ({ change, benchmarkChange, abnormal, t, benchmark, sessions }, names, symbol) => {
    const [own, other] = [names.listing(symbol ?? ''), names.listing(benchmark)]
    const [moved, market, extra] = [change, benchmarkChange, abnormal].map((value) => percent(value, 1))
    return {
      en: `${own.en} moved ${moved} while ${other.en} moved ${market}: ${extra} beyond what the market model expects, ${Math.abs(t).toFixed(1)} prediction errors (${sessions} sessions before).`,
      zh: `${own.zh}变动${moved}，同日${other.zh}变动${market}：与市场模型的预期相差${extra}，为预测误差的${Math.abs(t).toFixed(1)}倍（依据此前${sessions}个交易日）。`,
    }
  },
  describe: ({ errors, percent: least, direction, estimation, gap }) => ({
    en: `${beyond[direction].en} of at least ${errors} prediction errors and ${least}% against the market model (${estimation} sessions, ending ${gap} before)`,
    zh: `相对市场模型的${beyond[direction].zh}不小于预测误差的${errors}倍且不小于${least}%（估计窗口${estimation}个交易日，止于此前${gap}个交易日）`,
  }),
}

import { z } from 'zod'
import type { ParametersOf } from '@/lib/store/rule/parameters'
import { percent as told } from '@/lib/studies/claims/words'
import { digits } from '../figures'
import type { SignalKind } from '../hit'
import { inTermsOf } from '../prices'
import { price } from '../words'
import { perListing } from './perListing'

type Parameters = ParametersOf<'drawdown'>

const numbers = z.object({
  /** Percent under the peak, negative. */
  drawdown: z.number(),
  /** Decimals as traded at the session. */
  close: z.string(),
  peak: z.string(),
  peakSession: z.string(),
  currency: z.string(),
  percent: z.number(),
  rearm: z.number(),
  sessions: z.int(),
  feeds: z.array(z.string()),
})
type DrawdownNumbers = z.infer<typeof numbers>

/** A session that is far under its peak, by the positions of both; `depth` is in percent, negative. */
export interface DeepSession {
  readonly at: number
  readonly peak: number
  readonly depth: number
}

/**
 * The sessions at which a close comes to lie `percent` % or more under the highest of the last `window` sessions (itself included), after one less than `rearm` % under
 * it. Closes of one basis. Pure, and blind to what comes after each session.
 */
export function deepSessions(
  close: Float64Array,
  { percent, rearm, window }: Omit<Parameters, 'quotes'>,
): DeepSession[] {
  const found: DeepSession[] = []
  let armed = true
  for (let at = 0; at < close.length; at++) {
    let peak = Math.max(0, at - window + 1)
    for (let i = peak + 1; i <= at; i++) if ((close[i] as number) >= (close[peak] as number)) peak = i
    // As it is told: a fall of 20 % is not 19.999… %.
    const depth = digits(100 * ((close[at] as number) / (close[peak] as number) - 1))
    if (depth > -rearm) armed = true
    if (!armed || depth > -percent) continue
    armed = false
    found.push({ at, peak, depth })
  }
  return found
}

/** A fall from a peak. */
export const drawdown: SignalKind<'drawdown', DrawdownNumbers> = {
  kind: 'drawdown',
  numbers,
  evaluate: (reads, parameters, scope) =>
    perListing(reads, scope, parameters.quotes, (prices, { currency }) =>
      deepSessions(prices.close, parameters).map(({ at, peak, depth }) => ({
        at,
        numbers: {
          drawdown: depth,
          close: prices.traded[at] ?? '',
          peak: inTermsOf(prices, at, prices.close[peak] ?? Number.NaN),
          peakSession: prices.session[peak] ?? '',
          ...{ currency, percent: parameters.percent, rearm: parameters.rearm, sessions: parameters.window },
          feeds: [prices.feed[at] ?? ''],
        },
      })),
    ),
  tell: ({ drawdown: depth, close, peak, peakSession, currency }, names, symbol) => {
    const own = names.listing(symbol ?? '')
    return {
      en: `${own.en} closed at ${price(close)} ${currency}, ${told(depth, 1)} from its highest close, ${price(peak)} on ${peakSession}.`,
      zh: `${own.zh}收于${price(close)} ${currency}，较${peakSession}的最高收盘价${price(peak)}变动${told(depth, 1)}。`,
    }
  },
  describe: ({ percent, rearm, window }) => ({
    en: `a close at least ${percent}% under the highest of ${window} sessions; again once it is less than ${rearm}% under it`,
    zh: `收盘价较${window}个交易日内最高收盘价低不少于${percent}%；回升至相差不足${rearm}%后可再次触发`,
  }),
}

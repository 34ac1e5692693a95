import { z } from 'zod'
import { robustScale } from '@/lib/analytics/robust'
import type { ParametersOf } from '@/lib/store/rule/parameters'
import { figure } from '@/lib/studies/claims/words'
import { digits } from '../figures'
import type { SignalKind } from '../hit'
import { perListing } from './perListing'

type Parameters = ParametersOf<'volume'>

const numbers = z.object({
  /** Shares of the session, and the median of the sessions before on the same basis. */
  volume: z.number(),
  usual: z.number(),
  times: z.number(),
  /** Robust deviations of the logarithm from its median. */
  deviations: z.number(),
  sessions: z.int(),
  threshold: z.number(),
  feeds: z.array(z.string()),
})
type VolumeNumbers = z.infer<typeof numbers>

/** Fewest sessions with a volume in a window. */
const fewest = 20

/** A deviation of logarithms this small is rounding, not variation. */
const rounding = 1e-9

/** A session whose volume stands out, by its position. */
export interface LoudSession {
  readonly at: number
  readonly usual: number
  readonly deviations: number
  readonly sessions: number
}

/**
 * The sessions at which volume reaches `deviations` robust deviations over the median logarithm of the `window` sessions before, after one under `rearm`. Shares of one
 * basis, NaN where not known: such a session is neither counted nor judged. Pure, and blind to what comes after each session.
 */
export function loudSessions(
  volume: Float64Array,
  { deviations: threshold, rearm, window }: Omit<Parameters, 'quotes'>,
): LoudSession[] {
  const logs = volume.map((shares) => (shares > 0 ? Math.log(shares) : Number.NaN))
  const found: LoudSession[] = []
  let armed = true
  for (let at = window; at < logs.length; at++) {
    const own = logs[at] ?? Number.NaN
    const before = logs.subarray(at - window, at).filter((log) => !Number.isNaN(log))
    if (Number.isNaN(own) || before.length < Math.min(fewest, window)) continue
    const { centre, deviation } = robustScale(before)
    if (!(deviation > rounding)) continue
    const deviations = digits((own - centre) / deviation)
    if (deviations < rearm) armed = true
    if (!armed || deviations < threshold) continue
    armed = false
    found.push({ at, usual: Math.exp(centre), deviations, sessions: before.length })
  }
  return found
}

/** Volume far above its own history. */
export const volume: SignalKind<'volume', VolumeNumbers> = {
  kind: 'volume',
  numbers,
  evaluate: (reads, parameters, scope) =>
    perListing(reads, scope, parameters.quotes, (prices) =>
      loudSessions(prices.volume, parameters).map(({ at, usual, deviations, sessions }) => {
        const [shares, factor] = [prices.volume[at] ?? 0, prices.factor[at] ?? 1]
        return {
          at,
          numbers: {
            volume: Math.round(shares * factor),
            usual: Math.round(digits(usual * factor)),
            ...{ times: digits(shares / usual), deviations, sessions },
            threshold: parameters.deviations,
            feeds: [prices.feed[at] ?? ''],
          },
        }
      }),
    ),
  tell: ({ volume: shares, usual, times, deviations, sessions }, names, symbol) => {
    const own = names.listing(symbol ?? '')
    const [traded, median] = [figure(shares, 0), figure(usual, 0)]
    return {
      en: `${own.en} traded ${traded} shares, ${figure(times, 1)} times the median of the ${sessions} sessions before (${median}); ${figure(deviations, 1)} robust deviations.`,
      zh: `${own.zh}成交${traded}股，为此前${sessions}个交易日中位数（${median}股）的${figure(times, 1)}倍，相当于${figure(deviations, 1)}个稳健标准差。`,
    }
  },
  describe: ({ deviations, rearm, window }) => ({
    en: `volume at least ${deviations} robust deviations over the median of the ${window} sessions before; again after a session under ${rearm}`,
    zh: `成交量高于此前${window}个交易日中位数不少于${deviations}个稳健标准差；回落至${rearm}以下后可再次触发`,
  }),
}

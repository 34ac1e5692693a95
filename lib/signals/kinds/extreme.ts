import { z } from 'zod'
import type { ParametersOf } from '@/lib/store/rule/parameters'
import type { SignalKind } from '../hit'
import { inTermsOf } from '../prices'
import { price } from '../words'
import { perListing } from './perListing'

type Parameters = ParametersOf<'extreme'>

const numbers = z.object({
  side: z.enum(['high', 'low']),
  /** Decimals as traded at the session; `previous` is the extreme that was passed. */
  close: z.string(),
  previous: z.string(),
  previousSession: z.string(),
  currency: z.string(),
  sessions: z.int(),
  quiet: z.int(),
  feeds: z.array(z.string()),
})
type ExtremeNumbers = z.infer<typeof numbers>

/** A session that closes beyond all of the window before, by its position and that of the extreme it passed. */
export interface ExtremeSession {
  readonly at: number
  readonly previous: number
}

/**
 * The sessions that close above (`high`) or below (`low`) every one of the `window` sessions before, when none of the `quiet` sessions before did. Closes of one basis.
 * Pure, and blind to what comes after each session.
 */
export function extremeSessions(
  close: Float64Array,
  { side, window, quiet }: Omit<Parameters, 'quotes'>,
): ExtremeSession[] {
  const sign = side === 'high' ? 1 : -1
  const found: ExtremeSession[] = []
  let sinceLast = quiet
  for (let at = window; at < close.length; at++) {
    let previous = at - window
    for (let i = previous + 1; i < at; i++) {
      if (sign * (close[i] as number) >= sign * (close[previous] as number)) previous = i
    }
    if (sign * (close[at] as number) <= sign * (close[previous] as number)) {
      sinceLast++
      continue
    }
    if (sinceLast >= quiet) found.push({ at, previous })
    sinceLast = 0
  }
  return found
}

/** A new high or low. */
export const extreme: SignalKind<'extreme', ExtremeNumbers> = {
  kind: 'extreme',
  numbers,
  evaluate: (reads, parameters, scope) =>
    perListing(reads, scope, parameters.quotes, (prices, { currency }) =>
      extremeSessions(prices.close, parameters).map(({ at, previous }) => ({
        at,
        numbers: {
          side: parameters.side,
          close: prices.traded[at] ?? '',
          previous: inTermsOf(prices, at, prices.close[previous] ?? Number.NaN),
          previousSession: prices.session[previous] ?? '',
          ...{ currency, sessions: parameters.window, quiet: parameters.quiet },
          feeds: [prices.feed[at] ?? ''],
        },
      })),
    ),
  tell: ({ side, close, previous, previousSession, currency, sessions }, names, symbol) => {
    const own = names.listing(symbol ?? '')
    const [now, then] = [price(close), price(previous)]
    return {
      en: `${own.en} closed at ${now} ${currency}, ${side === 'high' ? 'above' : 'below'} every close of the ${sessions} sessions before; the ${side === 'high' ? 'highest' : 'lowest'} was ${then} on ${previousSession}.`,
      zh: `${own.zh}收于${now} ${currency}，${side === 'high' ? '高于' : '低于'}此前${sessions}个交易日的所有收盘价；此前${side === 'high' ? '最高' : '最低'}为${previousSession}的${then}。`,
    }
  },
  describe: ({ side, window, quiet }) => ({
    en: `a close ${side === 'high' ? 'above' : 'below'} every one of the ${window} sessions before; again after ${quiet} sessions without one`,
    zh: `收盘价${side === 'high' ? '高于' : '低于'}此前${window}个交易日的所有收盘价；连续${quiet}个交易日未再出现后可再次触发`,
  }),
}

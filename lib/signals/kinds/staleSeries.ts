import { z } from 'zod'
import { exchangeOf, isMic, type Mic } from '@/lib/market/exchange'
import { sessionClose, sessionsBetween } from '@/lib/market/sessions'
import { localDate } from '@/lib/market/zone'
import type { ParametersOf } from '@/lib/store/rule/parameters'
import { type Hit, looksAt, type SignalKind } from '../hit'
import { countedPrices } from '../prices'

type Parameters = ParametersOf<'stale-series'>

const numbers = z.object({
  lastSession: z.string(),
  /** The session by which it is that far behind. */
  missingTo: z.string(),
  sessions: z.int(),
  feeds: z.array(z.string()),
})
type StaleNumbers = z.infer<typeof numbers>

/** Where a series fell behind, by the position of its last session then. */
export interface StaleSpan {
  readonly at: number
  readonly missingTo: string
  readonly moment: Date
}

/**
 * Where the series was `sessions` sessions of its calendar behind for `graceMinutes` after a close: at its end as looked at from `asOf`, and before, where the next
 * session it has came later than that. Ascending. Nothing outside the known calendar. Pure.
 */
export function staleSpans(
  mic: Mic,
  session: readonly string[],
  knownAt: readonly Date[],
  { sessions, graceMinutes }: Parameters,
  asOf: Date,
): StaleSpan[] {
  const { knownFrom, knownUntil, timeZone } = exchangeOf(mic)
  const today = localDate(asOf, timeZone)
  const first = session[0] ?? today
  if (first < knownFrom || first > knownUntil) return []
  const [last = today] = [today, knownUntil].sort()
  const calendar = sessionsBetween(mic, first, last)
  const position = new Map(calendar.map((date, i) => [date, i]))
  return session.flatMap((date, at) => {
    const missingTo = calendar[(position.get(date) ?? Number.NaN) + sessions]
    if (missingTo === undefined) return []
    const moment = new Date(sessionClose(mic, missingTo).getTime() + 60_000 * graceMinutes)
    const until = knownAt[at + 1] ?? asOf
    return moment <= until && moment <= asOf ? [{ at, missingTo, moment }] : []
  })
}

/** A series that has fallen behind the sessions of its exchange. */
export const staleSeries: SignalKind<'stale-series', StaleNumbers> = {
  kind: 'stale-series',
  numbers,
  evaluate: async (reads, parameters, scope) => {
    const listings = (await reads.listings()).filter(
      ({ symbol, status }) => status === 'listed' && looksAt(scope, symbol),
    )
    const hits = await Promise.all(
      listings.map(async ({ symbol, mic, ...listing }): Promise<Hit<StaleNumbers>[]> => {
        if (!isMic(mic)) return []
        const { session, knownAt, feed } = countedPrices(await reads.prices({ symbol, mic, ...listing }), false)
        return staleSpans(mic, session, knownAt, parameters, reads.asOf).map(({ at, missingTo, moment }) => ({
          cause: `${symbol} ${session[at] ?? ''}`,
          symbol,
          session: null,
          knownAt: moment,
          numbers: {
            lastSession: session[at] ?? '',
            missingTo,
            sessions: parameters.sessions,
            feeds: [feed[at] ?? ''],
          },
        }))
      }),
    )
    return hits.flat()
  },
  tell: ({ lastSession, missingTo, sessions }, names, symbol) => {
    const own = names.listing(symbol ?? '')
    return {
      en: `The prices of ${own.en} end with ${lastSession}: ${sessions} ${sessions === 1 ? 'session' : 'sessions'} behind when ${missingTo} had closed.`,
      zh: `${own.zh}的行情止于${lastSession}：至${missingTo}收盘后已落后${sessions}个交易日。`,
    }
  },
  describe: ({ sessions, graceMinutes }) => ({
    en: `a series is ${sessions} ${sessions === 1 ? 'session' : 'sessions'} of its exchange behind, ${graceMinutes} minutes after the close`,
    zh: `行情在收盘${graceMinutes}分钟后仍落后交易所${sessions}个交易日`,
  }),
}

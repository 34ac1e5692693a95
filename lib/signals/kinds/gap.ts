import { z } from 'zod'
import { latestOf } from '../figures'
import { looksAt, type SignalKind } from '../hit'

const numbers = z.object({
  sessions: z.int(),
  first: z.string(),
  last: z.string(),
})
type GapNumbers = z.infer<typeof numbers>

/** Sessions inside a series that no feed has brought yet. */
export const gap: SignalKind<'gap', GapNumbers> = {
  kind: 'gap',
  numbers,
  evaluate: async (reads, { sessions: least }, scope) =>
    (await reads.gaps())
      .filter(({ symbol, sessions }) => sessions >= least && looksAt(scope, symbol))
      .map(({ symbol, sessions, first, last, seenAt, passedAt }) => ({
        cause: `${symbol} ${seenAt.toISOString()}`,
        symbol,
        session: null,
        knownAt: latestOf(seenAt, passedAt),
        numbers: { sessions, first, last },
      })),
  tell: ({ sessions, first, last }, names, symbol) => {
    const own = names.listing(symbol ?? '')
    return {
      en: `${own.en} has no bar of ${sessions === 1 ? `the session of ${first}` : `${sessions} sessions from ${first} to ${last}`}; it is asked for again.`,
      zh: `${own.zh}缺少${sessions === 1 ? `${first}这一交易日` : `${first}至${last}间${sessions}个交易日`}的行情，将继续向数据源索取。`,
    }
  },
  describe: ({ sessions }) => ({
    en: `${sessions === 1 ? 'a session' : `${sessions} sessions or more`} inside a series found missing and still asked for`,
    zh: `行情中间缺少${sessions}个或更多交易日且仍在索取`,
  }),
}

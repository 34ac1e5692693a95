import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { yahooBars } from '@/lib/feeds/yahoo'
import { asTraded } from '@/lib/market/adjustment'
import { testContext } from '../../feeds/context'
import { type Standin, type StandinAction, startStandin } from '../../standin'
import { csvBars } from '../../standin/csv'
import { haveRecordings, recordings } from './shared'

describe.skipIf(!haveRecordings)(
  'figures as traded, through a feed that divides by splits (skipped without ../shared)',
  () => {
    let standin: Standin
    beforeEach(async () => {
      standin = await startStandin()
    })
    afterEach(() => standin.close())

    const cases: [string, string, string, StandinAction][] = [
      ['688256.SS', 'Asia/Shanghai', 'CNY', { kind: 'split', exDate: '2026-05-08', numerator: 1.49, denominator: 1 }],
      ['NVDA', 'America/New_York', 'USD', { kind: 'split', exDate: '2024-06-10', numerator: 10, denominator: 1 }],
    ]
    test.each(cases)(
      '%s comes back to the cent and the session, over years of clock changes',
      async (symbol, timeZone, currency, split) => {
        const bars = csvBars(`${recordings}/prices/${symbol}.csv`)
        standin.setData({ listings: [{ symbol, timeZone, currency, bars, actions: [split] }] })
        const { ctx } = testContext(standin.origin)
        const range = { from: bars[0]?.session ?? '', to: bars.at(-1)?.session ?? '' }
        const got = await yahooBars.fetchBars({ feedSymbol: symbol, mic: 'XSHG', timeZone, ...range }, ctx)
        const splits = got.actions.flatMap((action) => (action.kind === 'split' ? [action] : []))
        const back = asTraded(
          {
            session: got.bars.map((bar) => bar.session),
            open: got.bars.map((bar) => bar.open),
            high: got.bars.map((bar) => bar.high),
            low: got.bars.map((bar) => bar.low),
            close: got.bars.map((bar) => bar.close),
            volume: got.bars.map((bar) => bar.volume),
          },
          splits,
          '0.01',
        )
        expect(back.session).toEqual(bars.map((bar) => bar.session))
        expect(back.close.map(Number)).toEqual(bars.map((bar) => Number(bar.close?.toFixed(2))))
        expect(back.open.map(Number)).toEqual(bars.map((bar) => Number(bar.open?.toFixed(2))))
      },
    )
  },
)

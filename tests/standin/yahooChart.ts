import { localDate, momentAt } from '@/lib/market/zone'
import type { Answer, Fault, StandinAction, StandinBar, StandinListing } from './types'

const json = 'application/json;charset=utf-8'

function failure(status: number, code: string, description: string): Answer {
  return { status, type: json, body: JSON.stringify({ chart: { result: null, error: { code, description } } }) }
}

const isSplit = (action: StandinAction) => action.kind === 'split'

/** Product of the ratios of the splits after a date. */
function laterRatio(actions: readonly StandinAction[], date: string): number {
  return actions
    .filter(isSplit)
    .filter((split) => split.exDate > date)
    .reduce((ratio, split) => (split.kind === 'split' ? (ratio * split.numerator) / split.denominator : ratio), 1)
}

/** A price as Yahoo sends it: divided by later splits, with the noise of a 32-bit float. */
const noisy = (price: number | null, ratio: number) => (price === null ? null : Math.fround(price / ratio))

function rowOf(bar: StandinBar, ratio: number) {
  return {
    open: noisy(bar.open, ratio),
    high: noisy(bar.high, ratio),
    low: noisy(bar.low, ratio),
    close: noisy(bar.close, ratio),
    volume: bar.volume === null ? null : Math.round(bar.volume * ratio),
  }
}

const nothing = { open: null, high: null, low: null, close: null, volume: null }

function eventsOf(actions: readonly StandinAction[], openOf: (date: string) => number, period: [number, number]) {
  const splits: Record<string, unknown> = {}
  const dividends: Record<string, unknown> = {}
  for (const action of actions) {
    const date = openOf(action.exDate)
    if (date < period[0] || date >= period[1]) continue
    if (action.kind === 'split') {
      const { numerator, denominator } = action
      splits[date] = { date, numerator, denominator, splitRatio: `${numerator}:${denominator}` }
    } else dividends[date] = { amount: Math.fround(action.cash / laterRatio(actions, action.exDate)), date }
  }
  const events = {
    ...(Object.keys(dividends).length > 0 ? { dividends } : {}),
    ...(Object.keys(splits).length > 0 ? { splits } : {}),
  }
  return Object.keys(events).length > 0 ? { events } : {}
}

/** Answers `/v8/finance/chart/{symbol}` for daily bars from `period1` (included) to `period2` (excluded), epoch seconds. */
export function yahooChart(url: URL, listings: readonly StandinListing[], fault: Fault | null): Answer {
  const symbol = decodeURIComponent(url.pathname.split('/').at(-1) ?? '')
  const listing = listings.find((known) => known.symbol === symbol)
  if (listing === undefined || fault?.kind === 'not-found') {
    return failure(404, 'Not Found', 'No data found, symbol may be delisted')
  }
  const [period1, period2] = [Number(url.searchParams.get('period1')), Number(url.searchParams.get('period2'))]
  if (!(period1 < period2)) return failure(400, 'Bad Request', 'Invalid input - start date cannot be after end date')

  const { timeZone, open = '09:30', actions = [], live } = listing
  const openOf = (date: string) => momentAt(date, open, timeZone).getTime() / 1000
  const rows = listing.bars
    .map((bar) => ({ at: openOf(bar.session), session: bar.session, ...rowOf(bar, laterRatio(actions, bar.session)) }))
    .filter(({ at }) => at >= period1 && at < period2)
    .sort((a, b) => a.at - b.at)
    .map((row) => (fault?.kind === 'null-bars' && fault.sessions.includes(row.session) ? { ...row, ...nothing } : row))
  if (live) {
    const { at, price, volume } = live
    const value = noisy(price, 1)
    const session = localDate(new Date(at), timeZone)
    rows.push({ at: Date.parse(at) / 1000, session, open: value, high: value, low: value, close: value, volume })
  }

  const before = listing.bars
    .filter((bar) => openOf(bar.session) < period1)
    .sort((a, b) => (a.session < b.session ? -1 : 1))
    .at(-1)
  const empty = rows.length === 0 || fault?.kind === 'empty'
  const column = (cell: 'open' | 'high' | 'low' | 'close' | 'volume') => rows.map((row) => row[cell])
  const result = {
    meta: {
      currency: fault?.kind === 'currency' ? fault.currency : listing.currency,
      symbol,
      exchangeName: 'TST',
      fullExchangeName: 'Stand-in',
      instrumentType: 'EQUITY',
      firstTradeDate: rows[0]?.at ?? null,
      regularMarketTime: rows.at(-1)?.at ?? period1,
      // Today's offset, as Yahoo has it: of no use for other days.
      gmtoffset: 0,
      timezone: 'GMT',
      exchangeTimezoneName: timeZone,
      regularMarketPrice: rows.at(-1)?.close ?? 0,
      chartPreviousClose: before === undefined ? null : noisy(before.close, laterRatio(actions, before.session)),
      priceHint: 2,
      dataGranularity: '1d',
      range: '',
      validRanges: ['1d', '5d', '1mo', 'max'],
    },
    ...(empty ? {} : { timestamp: rows.map(({ at }) => at) }),
    ...(empty ? {} : eventsOf(actions, openOf, [period1, period2])),
    indicators: {
      quote: [
        empty
          ? {}
          : {
              open: column('open'),
              high: column('high'),
              low: column('low'),
              close: column('close'),
              volume: column('volume'),
            },
      ],
      adjclose: [empty ? {} : { adjclose: column('close').map((close, i) => (i === 0 ? 'Infinity' : close)) }],
    },
  }
  return { status: 200, type: json, body: JSON.stringify({ chart: { result: [result], error: null } }) }
}

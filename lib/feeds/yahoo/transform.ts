import { type FeedBars, FeedError } from '../types'
import { chartActions } from './actions'
import { chartRows, readChart } from './chart'
import { yahoo } from './info'
import { chartInstrument } from './instrument'
import { barsOfRows } from './rows'

/** One answer of Yahoo's chart: `chart.result[0]` as it came. */
export interface RawYahooBars {
  readonly feedSymbol: string
  readonly chart: unknown
  readonly fetchedAt: Date
}

/**
 * Daily bars of the sessions from `from` to `to` (both included, dates at the exchange), prices on the `split` basis. Rows outside the range are left out,
 * as is the latest price that Yahoo appends after the end of a range; splits and dividends are kept whatever their date, because those after `to` have
 * already changed the prices. Throws a FeedError: `empty` when the range holds nothing, `not-the-format` for another shape, symbol or interval.
 */
export function transformYahooBars(raw: RawYahooBars, range: { readonly from: string; readonly to: string }): FeedBars {
  const { feedSymbol, fetchedAt } = raw
  const chart = readChart(raw.chart, feedSymbol)
  const rows = chartRows(chart, feedSymbol).filter((row) => row.session >= range.from && row.session <= range.to)
  const { actions, rejected: badEvents } = chartActions(chart, feedSymbol)
  if (rows.length === 0 && actions.length === 0 && badEvents.length === 0) {
    const message = `${yahoo.name} has no bars of ${feedSymbol} from ${range.from} to ${range.to}`
    throw new FeedError(yahoo.id, 'empty', message)
  }
  const { bars, nullSessions, rejected } = barsOfRows(rows)
  return {
    feed: yahoo.id,
    feedSymbol,
    currency: chart.meta.currency ?? null,
    basis: 'split',
    bars,
    actions,
    nullSessions,
    rejected: [...rejected, ...badEvents],
    fetchedAt,
    instrument: chartInstrument(chart, feedSymbol),
  }
}

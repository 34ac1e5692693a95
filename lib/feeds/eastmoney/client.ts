import type { BarsRequest } from '../feed'
import { fetchJson } from '../shared/http'
import { unwrapScript } from '../shared/unwrap'
import { type FeedContext, FeedError } from '../types'
import { eastmoney } from './info'
import { readSecid, type Secid } from './secid'

/** One answer as it came. */
export interface RawEastmoneyBars {
  readonly feedSymbol: string
  readonly secid: Secid
  readonly answer: unknown
  readonly fetchedAt: Date
}

/**
 * Columns of the rows: date, open, close, high, low, volume, amount, amplitude, change in percent, change, turnover.
 */
const columns = [51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61].map((field) => `f${field}`).join(',')
/** The token its own pages send; the answer is the same without. */
const pageToken = '7eea3edcaed734bea9cbfc24409ed989'

/**
 * Unadjusted (`fqt=0`) daily (`klt=101`) bars of a range in one request. UTF-8. Throws FeedError: `unknown-symbol` at
 * once for what is no symbol of this feed; it drops
 * connections without a status when it has enough of us, which is `unreachable`.
 */
export async function fetchEastmoneyBars(
  { feedSymbol, from, to }: Pick<BarsRequest, 'feedSymbol' | 'from' | 'to'>,
  ctx: FeedContext,
): Promise<RawEastmoneyBars> {
  const { id, name } = eastmoney
  const secid = readSecid(feedSymbol)
  if (secid === null) {
    throw new FeedError(id, 'unknown-symbol', `"${feedSymbol}" is not a symbol of ${name} such as 1.688256 or 105.NVDA`)
  }
  const query = new URLSearchParams({
    secid: feedSymbol,
    klt: '101',
    fqt: '0',
    beg: from.replaceAll('-', ''),
    end: to.replaceAll('-', ''),
    fields1: 'f1,f2,f3,f4,f5,f6',
    fields2: columns,
    ut: pageToken,
  })
  const url = `https://push2his.eastmoney.com/api/qt/stock/kline/get?${query}`
  const answer = await fetchJson({ feed: id, name, target: feedSymbol, url, expect: 'json', unwrap: unwrapScript }, ctx)
  return { feedSymbol, secid, answer, fetchedAt: ctx.now() }
}

import { addDays } from '@/lib/market/date'
import type { BarsRequest } from '../feed'
import { fetchJson } from '../shared/http'
import { unwrapScript } from '../shared/unwrap'
import { type FeedContext, FeedError } from '../types'
import { tencent } from './info'
import { isHongKong, isTencentSymbol } from './symbol'

const { id, name } = tencent

/**
 * It answers at most 640 rows, the newest of a range. 800 days hold at most 572 weekdays, so nothing is ever cut off.
 */
const rowsPerAnswer = 640
const daysPerAnswer = 800

/** The address of daily bars. Its paths differ by market; the general one knows Hong Kong's shares too. */
export type TencentPath = 'general' | 'hong-kong'
const addresses: Readonly<Record<TencentPath, string>> = {
  general: 'https://proxy.finance.qq.com/ifzqgtimg/appstock/app/newfqkline/get',
  'hong-kong': 'https://web.ifzq.gtimg.cn/appstock/app/hkfqkline/get',
}

/** Answers as they came, one for each part of the range. */
export interface RawTencentBars {
  readonly feedSymbol: string
  readonly answers: readonly unknown[]
  readonly fetchedAt: Date
}

/**
 * The paths to ask for a symbol, the first to ask first. Of Hong Kong's own path it is reported both that it has
 * unadjusted prices and that it has none.
 */
export function pathsFor(feedSymbol: string): readonly TencentPath[] {
  return isHongKong(feedSymbol) ? ['hong-kong', 'general'] : ['general']
}

/** The range in parts that one answer holds. */
export function partsOf({ from, to }: Pick<BarsRequest, 'from' | 'to'>): { from: string; to: string }[] {
  const parts: { from: string; to: string }[] = []
  for (let start = from; start <= to; start = addDays(start, daysPerAnswer)) {
    const end = addDays(start, daysPerAnswer - 1)
    parts.push({ from: start, to: end < to ? end : to })
  }
  return parts
}

/**
 * Unadjusted daily bars of a range in as many requests as it needs, one after the other. The sixth part of `param` is
 * empty on purpose, and its comma must not be left out: that asks for
 * prices as traded. The answers are ASCII or UTF-8 (only quotes are GBK). Throws FeedError: `unknown-symbol` at once
 * for what is no symbol of this feed.
 */
export async function fetchTencentBars(
  request: Pick<BarsRequest, 'feedSymbol' | 'from' | 'to'>,
  path: TencentPath,
  ctx: FeedContext,
): Promise<RawTencentBars> {
  const { feedSymbol } = request
  if (!isTencentSymbol(feedSymbol)) {
    throw new FeedError(id, 'unknown-symbol', `"${feedSymbol}" is not a symbol of ${name} such as sh688256 or hk00700`)
  }
  const answers: unknown[] = []
  for (const { from, to } of partsOf(request)) {
    const param = [feedSymbol, 'day', from, to, rowsPerAnswer, ''].join(',')
    const url = `${addresses[path]}?${new URLSearchParams({ _var: 'kline_day', param })}`
    answers.push(
      await fetchJson({ feed: id, name, target: feedSymbol, url, expect: 'json', unwrap: unwrapScript }, ctx),
    )
  }
  return { feedSymbol, answers, fetchedAt: ctx.now() }
}

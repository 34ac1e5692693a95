import { momentAt } from '@/lib/market/zone'
import type { QuotesRequest } from '../feed'
import { fetchText } from '../shared/http'
import { type FeedContext, FeedError, type FeedQuote, type QuoteAnswer } from '../types'
import { tencent } from './info'
import { isTencentSymbol, lotOf } from './symbol'

const { id, name } = tencent
/** Its clock, for Hong Kong as well. */
const timeZone = 'Asia/Shanghai'
const decimal = /^\d{1,18}(\.\d{1,12})?$/

/** A cell as a decimal above zero; null for zero, which stands where there is nothing, and for what is no number. */
function priceOf(cell: string | undefined): string | null {
  return cell !== undefined && decimal.test(cell) && Number(cell) > 0 ? cell : null
}

/** `20260603155049` for the mainland, `2026/06/03 16:08:10` for Hong Kong. */
function momentOf(cell: string | undefined): Date | null {
  const parts = /^(\d{4})\/?(\d{2})\/?(\d{2}) ?(\d{2}):?(\d{2}):?(\d{2})$/.exec(cell ?? '')
  if (!parts) return null
  const [, year, month, day, hour, minute, second] = parts
  try {
    const moment = momentAt(`${year}-${month}-${day}`, `${hour}:${minute}`, timeZone)
    return new Date(moment.getTime() + Number(second) * 1000)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function quoteOf(feedSymbol: string, cells: readonly string[], fetchedAt: Date): FeedQuote | FeedError {
  const wrong = (what: string) => new FeedError(id, 'not-the-format', `${name} answered ${what} for ${feedSymbol}`)
  if (cells.length < 38) return wrong(`a line of ${cells.length} cells`)
  const at = momentOf(cells[30])
  if (at === null) return wrong(`"${(cells[30] ?? '').slice(0, 30)}" where a moment stands`)
  const price = priceOf(cells[3])
  if (price === null) return new FeedError(id, 'empty', `${name} has no live price of ${feedSymbol}`)
  const volume = cells[6] ?? ''
  return {
    feed: id,
    feedSymbol,
    currency: cells.slice(38).find((cell) => /^(CNY|HKD|USD)$/.test(cell)) ?? null,
    at,
    price,
    open: priceOf(cells[5]),
    high: priceOf(cells[33]),
    low: priceOf(cells[34]),
    previousClose: priceOf(cells[4]),
    volume: decimal.test(volume) ? BigInt(Math.round(Number(volume))) * BigInt(lotOf(feedSymbol)) : null,
    fetchedAt,
  }
}

/**
 * The prices in an answer of lines `v_sh688256="1~name~688256~1378.10~…";`, an answer for each symbol asked. One without a line is not known there; what comes for
 * others is not looked at. Pure.
 */
export function transformTencentQuotes(text: string, feedSymbols: readonly string[], fetchedAt: Date): QuoteAnswer[] {
  const lines = new Map(
    [...text.matchAll(/v_(\w+)="([^"]*)"/g)].map(([, symbol = '', line = '']) => [symbol, line.split('~')] as const),
  )
  return feedSymbols.map((feedSymbol): QuoteAnswer => {
    const cells = lines.get(feedSymbol)
    if (cells === undefined) {
      const message = `${name} does not know ${feedSymbol}`
      return { feedSymbol, error: new FeedError(id, 'unknown-symbol', message) }
    }
    const read = quoteOf(feedSymbol, cells, fetchedAt)
    return read instanceof FeedError ? { feedSymbol, error: read } : { feedSymbol, quote: read }
  })
}

/** The live prices of a batch in one request. The answer is GBK, in which the second byte of a character can be the `~` that parts the cells. Throws FeedError. */
export async function fetchTencentQuotes({ feedSymbols }: QuotesRequest, ctx: FeedContext): Promise<QuoteAnswer[]> {
  const known = feedSymbols.filter(isTencentSymbol)
  const text =
    known.length === 0
      ? ''
      : await fetchText(
          {
            ...{ feed: id, name, target: `quotes of ${known.join(', ')}`, expect: 'text', encoding: 'gbk' },
            url: `https://qt.gtimg.cn/q=${known.join(',')}`,
            recognise: (status, body) =>
              status === 200 && !/v_\w+="/.test(body)
                ? new FeedError(id, 'not-the-format', `${name} answered no quotes for ${known.join(', ')}`)
                : null,
          },
          ctx,
        )
  return transformTencentQuotes(text, feedSymbols, ctx.now())
}

import { z } from 'zod'
import type { CandleRow } from '../shared/candles'
import { inShape } from '../shared/shape'
import { FeedError } from '../types'
import { tencent } from './info'

const answerSchema = z.object({ code: z.number(), msg: z.string().nullish(), data: z.unknown().optional() })
const seriesSchema = z.object({
  day: z.array(z.array(z.unknown())).optional(),
  qt: z.record(z.string(), z.unknown()).optional(),
})

/** A list or object with nothing in it: its server is PHP and writes both for the same. */
const isEmpty = (value: unknown) =>
  value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0)

/**
 * The rows of one answer, and whether it knows the symbol: an unknown one has no rows and an empty quote. Throws a
 * FeedError `not-the-format` when it refuses the request,
 * when it holds another symbol, or adjusted prices: without an adjustment the rows stand under `day` and nowhere else.
 */
export function readAnswer(answer: unknown, feedSymbol: string): { rows: CandleRow[]; known: boolean } {
  const { id, name } = tencent
  const wrong = (what: string) => new FeedError(id, 'not-the-format', `${name} answered ${what} for ${feedSymbol}`)
  const { code, msg, data } = inShape(answerSchema, answer, id, name, feedSymbol)
  if (code !== 0 || (isEmpty(data) && msg)) throw wrong(`code ${code}, "${msg?.slice(0, 100) ?? ''}",`)
  if (isEmpty(data)) return { rows: [], known: false }
  if (typeof data !== 'object' || data === null) throw wrong('data that are no object')
  const own = Object.entries(data).find(([key]) => key === feedSymbol)?.[1]
  if (own === undefined) throw wrong(`with bars of ${Object.keys(data).slice(0, 3).join(', ')}`)
  if (isEmpty(own)) return { rows: [], known: false }
  const { day, qt } = inShape(seriesSchema, own, id, name, feedSymbol)
  if (day === undefined) {
    const adjusted = ['qfqday', 'hfqday'].find((key) => key in Object(own))
    throw wrong(adjusted ? `with adjusted prices (${adjusted})` : 'without daily bars')
  }
  const quote = qt?.[feedSymbol]
  return {
    rows: day.map((cells) => ({ cells, payload: cells })),
    known: day.length > 0 || quote === undefined || !isEmpty(quote),
  }
}

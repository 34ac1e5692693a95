import { Decimal } from 'decimal.js'
import { z } from 'zod'
import { type CandleRow, unadjustedBars } from '../shared/candles'
import { inShape } from '../shared/shape'
import { type FeedBars, FeedError } from '../types'
import type { RawEastmoneyBars } from './client'
import { eastmoney } from './info'
import { lotOf } from './secid'

const answerSchema = z.object({
  rc: z.number().nullish(),
  data: z
    .object({
      code: z.string(),
      name: z.unknown().optional(),
      market: z.number(),
      decimal: z.number().int().min(0).max(6).nullish(),
      klines: z.array(z.unknown()),
    })
    .nullable(),
})

/** A row is one text with commas; what is no text has no cells and is refused as such. */
const rowOf = (line: unknown): CandleRow => ({ cells: typeof line === 'string' ? line.split(',') : [], payload: line })

/**
 * Daily bars of the sessions from `from` to `to` (both included), prices as traded, volume in shares (to the lot on the
 * mainland). The format has neither currency nor actions.
 * Throws a FeedError: `unknown-symbol` for `data: null`, `empty` when the range holds nothing, `not-the-format` for
 * another shape or symbol.
 */
export function transformEastmoneyBars(
  raw: RawEastmoneyBars,
  range: { readonly from: string; readonly to: string },
): FeedBars {
  const { id, name } = eastmoney
  const { feedSymbol, secid, fetchedAt } = raw
  const { rc, data } = inShape(answerSchema, raw.answer, id, name, feedSymbol)
  if (data === null) {
    throw new FeedError(id, 'unknown-symbol', `${name} does not know ${feedSymbol} (no data, rc ${rc ?? 'not given'})`)
  }
  if (data.code.toUpperCase() !== secid.code.toUpperCase() || data.market !== secid.market) {
    const message = `${name} answered with bars of ${data.market}.${data.code} for ${feedSymbol}`
    throw new FeedError(id, 'not-the-format', message)
  }
  const price = typeof data.decimal === 'number' ? new Decimal(10).pow(-data.decimal).toFixed() : null
  const about = { feed: eastmoney, feedSymbol, fetchedAt, lot: lotOf(secid), price }
  const told = typeof data.name === 'string' && data.name !== '' ? data.name.slice(0, 200) : null
  const instrument = { name: told, exchange: null, kind: null, firstTrade: null }
  return { ...unadjustedBars(data.klines.map(rowOf), about, range), instrument }
}

import { z } from 'zod'
import { alignSessions } from '@/lib/analytics/align'
import { crossFigures } from '@/lib/analytics/crossEvent/figures'
import { eventResult, refusedResult } from '@/lib/analytics/eventStudy/figures'
import { windowLayout } from '@/lib/analytics/eventStudy/layout'
import { isRefusal, refuse } from '@/lib/analytics/refusal'
import { returnsOf } from '@/lib/analytics/returns'
import { indexAtOrAfter } from '@/lib/market/dateIndex'
import {
  closeColumn,
  confidenceField,
  countField,
  dateField,
  idField,
  modelField,
  returnsField,
  sameLength,
} from './fields'
import { presentRows, type Sparse } from './presentRows'

const pricesField = z
  .object(
    { dates: z.array(dateField, { error: 'expected a list of dates' }), close: closeColumn },
    { error: 'expected dates and close' },
  )
  .superRefine(({ dates, close }, ctx) => {
    const complain = (path: (string | number)[], message: string) => ctx.addIssue({ code: 'custom', path, message })
    sameLength(complain, ['close'], close, { length: dates.length, name: 'dates' })
    const wrong = dates.findIndex((date, i) => i > 0 && (dates[i - 1] ?? '') >= date)
    if (wrong > 0) complain(['dates', wrong], `expected a date after ${dates[wrong - 1]}, got ${dates[wrong]}`)
  })

/** Forty years: a longer window is a slip, and would be built before the prices say that they do not fill it. */
const mostSessions = 10_000

const sessionsField = countField(0).max(mostSessions, { error: `expected at most ${mostSessions} sessions` })

/** `price-event-study`: closing prices on one basis, and dates of events. */
export const priceEventStudyInput = z
  .object({
    kind: z.literal('price-event-study'),
    model: modelField,
    returns: returnsField,
    confidence: confidenceField,
    prices: z.object({ firm: pricesField, market: pricesField.nullish() }, { error: 'expected firm and market' }),
    events: z
      .array(z.object({ id: idField.optional(), date: dateField }, { error: 'expected an event with id and date' }), {
        error: 'expected a list of events',
      })
      .min(1, { error: 'expected one event at least' }),
    window: z.object(
      { pre: sessionsField, post: sessionsField, gap: sessionsField, estimation: sessionsField },
      { error: 'expected pre, post, gap and estimation' },
    ),
  })
  .superRefine(({ model, prices }, ctx) => {
    if (prices.market || model === 'mean-adjusted') return
    const message = `expected the market's prices, which the ${model} model needs`
    ctx.addIssue({ code: 'custom', path: ['prices', 'market'], message })
  })

type PriceEventStudyInput = z.infer<typeof priceEventStudyInput>

/** Prices that are there. */
function present({ dates, close }: { dates: readonly string[]; close: Sparse }) {
  const { at, values } = presentRows(close)
  return { dates: at.map((i) => dates[i] ?? ''), close: values }
}

/** Sessions, and the returns of each but the first: of both sides where the model looks at both, else of the firm with the market's where it has the same two sessions. */
function alignedReturns({ model, returns, prices }: PriceEventStudyInput) {
  const firm = present(prices.firm)
  const market = prices.market ? present(prices.market) : null
  if (model !== 'mean-adjusted' && market) {
    const { session, first, second } = alignSessions(firm.dates, market.dates)
    const closes = (of: { close: Float64Array }, at: readonly number[]) => at.map((i) => of.close[i] ?? Number.NaN)
    return {
      session,
      firm: returnsOf(closes(firm, first), returns),
      market: returnsOf(closes(market, second), returns),
    }
  }
  const byDate = market && new Map(market.dates.map((date, i) => [date, market.close[i] ?? Number.NaN]))
  const marketReturns =
    byDate &&
    Float64Array.from(firm.dates.slice(1), (date, i) => {
      const pair = [byDate.get(firm.dates[i] ?? ''), byDate.get(date)]
      const known = pair.every((price) => price !== undefined)
      return known ? (returnsOf(pair as number[], returns)[0] ?? Number.NaN) : Number.NaN
    })
  return { session: firm.dates, firm: returnsOf(firm.close, returns), market: marketReturns }
}

/**
 * The study of each event from prices, and across them: sessions joined first, then returns; day 0 is the first shared session on the date or after
 * it. An event window that leaves the prices is refused; of an estimation window that they do not fill, what is there is used (`n` says how much).
 */
export function priceEventStudyResult(input: PriceEventStudyInput) {
  const { kind, model, returns, confidence, window, events } = input
  const { session, firm, market } = alignedReturns(input)
  const none = new Float64Array(firm.length)
  const days = Array.from({ length: window.pre + window.post + 1 }, (_, j) => j - window.pre)
  const results = events.map(({ date }) => {
    const zero = indexAtOrAfter(session, date)
    const day0 = session[zero] ?? null
    if (day0 === null) {
      const last = session.at(-1)
      const detail =
        last === undefined ? 'the two sides share no session' : `the last shared session is ${last}, before ${date}`
      return { day0, result: refusedResult(refuse('past-the-data', detail), days) }
    }
    const layout = windowLayout(firm.length, zero - 1, window)
    if (isRefusal(layout)) return { day0, result: refusedResult(layout, days) }
    const cut = (of: Float64Array, { from, to }: { from: number; to: number }) => of.subarray(from, to)
    const result = eventResult(
      {
        estimation: { firm: cut(firm, layout.estimation), market: cut(market ?? none, layout.estimation) },
        event: { days, firm: cut(firm, layout.event), market: market && cut(market, layout.event) },
      },
      { model, returns, confidence },
    )
    return { day0, result }
  })
  return {
    kind,
    model,
    events: results.map(({ day0, result: { figures, refusal } }, i) => ({
      id: events[i]?.id ?? String(i + 1),
      day0,
      ...figures,
      refusal,
    })),
    cross: crossFigures(results.map(({ result }) => result)),
  }
}

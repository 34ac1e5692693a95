import { Decimal } from 'decimal.js'
import type { FeedAction } from '@/lib/feeds/types'
import type { Mic } from '@/lib/market/exchange'
import type { NewAction } from '@/lib/store/action/addMissing'
import type { StoredAction } from '@/lib/store/action/read'
import type { HeldRow } from '@/lib/store/quarantine/hold'
import type { FedSplit, Merged } from './mergeSplits'
import { sessionProblem } from './validate'

export type FedDividend = Extract<FeedAction, { kind: 'dividend' }>
export type NewDividend = Extract<NewAction, { kind: 'dividend' }>

export interface DividendSurroundings {
  readonly mic: Mic
  /** Currency of the listing. */
  readonly currency: string
  /** The exchange's date: an ex-date after it is left for then. */
  readonly today: string
  /** Splits the feed has divided the cash by when they are later; none for a feed of as-traded figures. */
  readonly splits: readonly FedSplit[]
  /** As-traded close of the last session before a date, where one is at hand. */
  readonly closeBefore: (date: string) => string | null
}

const precise = Decimal.clone({ precision: 40 })
// Feeds give six places; a little more, for what lies right between two of them.
const halfUnit = new precise('0.00000051')
const agrees = (a: Decimal, b: Decimal) => a.minus(b).abs().lte(b.times('0.001'))
const ratioOf = (splits: readonly FedSplit[]) =>
  splits.reduce((product, { numerator, denominator }) => product.times(numerator).div(denominator), new precise(1))

/**
 * Cash a share as it was paid, out of cash divided by the ratios of later splits: multiplied back, then the shortest decimal that the feed's six places leave
 * room for (1.006711 x 1.49 = 1.49999939 is 1.5). Without later splits it stays as it came.
 */
export function cashAsPaid(cash: string, exDate: string, splits: readonly FedSplit[]): string {
  const ratio = ratioOf(splits.filter((split) => split.exDate > exDate))
  if (ratio.eq(1)) return cash
  const paid = new precise(cash).times(ratio)
  for (let places = 0; places < 6; places++) {
    const short = paid.toDecimalPlaces(places)
    if (short.minus(paid).abs().lte(halfUnit.times(ratio))) return short.toFixed()
  }
  return paid.toDecimalPlaces(6).toFixed()
}

function statementProblem(dividend: FedDividend, { mic, currency }: DividendSurroundings): string | null {
  const { cash, exDate } = dividend
  if (!/^\d+(\.\d+)?$/.test(cash) || !new Decimal(cash).gt(0)) return `"${cash}" is not an amount above zero`
  if (dividend.currency !== null && dividend.currency !== currency) {
    return `in ${dividend.currency}, the listing is in ${currency}`
  }
  return sessionProblem(mic, exDate)
}

function amountProblem(cash: string, exDate: string, { closeBefore }: DividendSurroundings): string | null {
  const close = closeBefore(exDate)
  return close !== null && new Decimal(cash).gte(close)
    ? `${cash} a share reaches the close of ${close} before it`
    : null
}

function conflict(cash: string, known: string, dividend: FedDividend, splits: readonly FedSplit[]): string | null {
  const sameDay = ratioOf(splits.filter(({ exDate }) => exDate === dividend.exDate))
  // Some state the cash of a day with a bonus issue for each new share: the same payment.
  const stated = [new precise(cash), new precise(cash).times(sameDay)]
  return stated.some((value) => agrees(value, new precise(known)))
    ? null
    : `known here as ${known}, the feed says ${cash}`
}

/** Payments of one day as one. */
function byDay(fed: readonly FedDividend[]): FedDividend[] {
  const days = new Map<string, FedDividend>()
  for (const dividend of fed) {
    const same = days.get(dividend.exDate)
    const sum = same && { ...same, cash: new Decimal(same.cash).plus(dividend.cash).toFixed() }
    days.set(dividend.exDate, sum ?? dividend)
  }
  return [...days.values()]
}

/** A feed's dividends, turned back to cash a share as paid, held against the known ones by ex-date: known ones win, an amount more than 0.1 % off is held. Pure. */
export function mergeDividends(
  known: readonly StoredAction[],
  fed: readonly FedDividend[],
  around: DividendSurroundings,
): Merged<NewDividend> {
  const byDate = new Map(known.flatMap((action) => (action.kind === 'dividend' ? [[action.exDate, action.cash]] : [])))
  const fresh: NewDividend[] = []
  const held: HeldRow[] = []
  let agreeing = 0
  const hold = (dividend: FedDividend, reason: string) =>
    held.push({ entity: 'action', key: `${dividend.exDate} dividend`, reason, payload: dividend })
  const readable: FedDividend[] = []
  for (const dividend of fed.filter(({ exDate }) => !(exDate > around.today))) {
    const problem = statementProblem(dividend, around)
    if (problem) hold(dividend, problem)
    else readable.push(dividend)
  }
  for (const dividend of byDay(readable)) {
    const { exDate } = dividend
    const cash = cashAsPaid(dividend.cash, exDate, around.splits)
    const same = byDate.get(exDate)
    const problem =
      amountProblem(cash, exDate, around) ?? (same === undefined ? null : conflict(cash, same, dividend, around.splits))
    if (problem) hold(dividend, problem)
    else if (same !== undefined) agreeing++
    else fresh.push({ kind: 'dividend', exDate, cash, currency: around.currency })
  }
  return { fresh, agreeing, held }
}

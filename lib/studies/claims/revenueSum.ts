import type { Decimal } from 'decimal.js'
import { Exact } from '@/lib/analytics/claims/exact'
import { around, type Interval, sumOf } from '@/lib/analytics/claims/interval'
import { halfUnitOf } from '@/lib/analytics/claims/rounding'
import type { Store } from '@/lib/store/connection/store'
import { readRevenue, type StoredRevenue } from '@/lib/store/revenue/read'
import type { RevenueSum } from './kinds'
import { type ClaimInput, refuseTold, type ToldRefusal } from './result'
import { dayOf, listed, listedZh, same } from './words'

/** Revenue of some quarters together, with what it can be given the rounding of each, and the figures it is the sum of. */
export interface SummedRevenue {
  readonly value: Decimal
  readonly interval: Interval
  readonly currency: string
  readonly inputs: readonly ClaimInput[]
  /** The sum written out: `1111398926.8 + 1769244544.29`. */
  readonly written: string
}

/** A stored quarter as an input. */
export function quarterInput({
  topic,
  topicZh,
  label,
  value,
  currency,
  feed,
  document,
  knownAt,
}: StoredRevenue): ClaimInput {
  return {
    name: { en: `Revenue of ${topic}, ${label}`, zh: `${topicZh}营业收入，${label}` },
    value,
    unit: same(currency),
    period: label,
    feed,
    document: same(document),
    asOf: knownAt,
  }
}

/** Sums some of the rows by label. Refused when one of them is not there, or when they are not of one currency. */
export function sumQuarters(
  rows: readonly StoredRevenue[],
  { topic, quarters }: RevenueSum,
  knownAt: Date,
): SummedRevenue | ToldRefusal {
  const found = quarters.map((label) => rows.find((row) => row.topic === topic && row.label === label))
  const used = found.filter((row) => row !== undefined)
  const absent = quarters.filter((_, i) => found[i] === undefined)
  if (absent.length > 0) {
    return refuseTold(
      'missing-values',
      `Revenue of ${topic} for ${listed(absent)} is not stored as known on ${dayOf(knownAt)}.`,
      `截至${dayOf(knownAt)}，没有${topic}在${listedZh(absent)}的营业收入记录。`,
    )
  }
  const currencies = [...new Set(used.map(({ currency }) => currency))]
  const [currency = ''] = currencies
  if (currencies.length > 1) {
    return refuseTold(
      'missing-values',
      `The quarters ${listed(quarters)} of ${topic} are stored in ${listed(currencies)}, and are not summed.`,
      `${topic}的${listedZh([...quarters])}以${listedZh(currencies)}计，不能相加。`,
    )
  }
  return {
    value: used.reduce((sum, { value }) => sum.plus(value), new Exact(0)),
    interval: sumOf(used.map(({ value }) => around(new Exact(value), halfUnitOf(value)))),
    currency,
    inputs: used.map(quarterInput),
    written: used.map(({ value }) => value).join(' + '),
  }
}

/** Revenue of some quarters together as known at a moment, refused as `sumQuarters` does. */
export async function revenueAt(store: Store, sum: RevenueSum, moment: Date): Promise<SummedRevenue | ToldRefusal> {
  return sumQuarters(await readRevenue(store.sql, [sum.topic], moment), sum, moment)
}

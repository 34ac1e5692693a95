import { isRefusal } from '@/lib/analytics/refusal'
import type { Store } from '@/lib/store/connection/store'
import { readRevenue, type StoredRevenue } from '@/lib/store/revenue/read'
import type { ParametersOf } from './kinds'
import { periodsFrom, quarterAfter } from './periods'
import { type Judgement, judged, type Moments, notCheckable, type Told } from './result'
import { type SummedRevenue, sumQuarters } from './revenueSum'
import { listed, listedZh, money, same } from './words'

interface Period {
  readonly quarters: readonly string[]
  readonly sum: SummedRevenue
}

/** The periods of some quarters, as many as are wholly stored in the currency of what was claimed. */
function stored(rows: readonly StoredRevenue[], claimed: SummedRevenue, periods: readonly string[][]): Period[] {
  const [topic = '', currency] = [rows[0]?.topic, claimed.currency]
  return periods.flatMap((quarters) => {
    const sum = sumQuarters(rows, { topic, quarters }, new Date(0))
    return isRefusal(sum) || sum.currency !== currency ? [] : [{ quarters, sum }]
  })
}

const highestOf = (periods: readonly Period[]) =>
  periods.reduce<Period | null>((best, one) => (best === null || one.sum.value.gt(best.sum.value) ? one : best), null)

function sinceThen(later: readonly Period[], claimed: SummedRevenue): Told | null {
  const higher = later.filter(({ sum }) => sum.value.gt(claimed.value))
  const best = highestOf(higher)
  if (best === null) return null
  const value = money(best.sum.value, best.sum.currency, 0)
  const [count, plural] = [higher.length, higher.length === 1 ? '' : 's']
  return {
    en: `${count} later period${plural} of that length brought more, most of all ${listed(best.quarters)} with ${value.en}.`,
    zh: `有${count}个同样长度的期间更高，其中最高为${listedZh(best.quarters)}，计${value.zh}。`,
  }
}

function notStored(reach: string, { since, needsFrom }: ParametersOf<'record'>): Told {
  return {
    en: `Revenue is stored from ${reach} on; for a record since ${since} it would take every period from ${needsFrom}. It is the highest of those stored up to then.`,
    zh: `营业收入自${reach}起才有记录；要核实自${since}以来的纪录，需要${needsFrom}起的全部数据。在当时有记录的同类期间中，它是最高的。`,
  }
}

function compared(claimed: Period, best: Period | null, since: string): Told {
  const value = money(claimed.sum.value, claimed.sum.currency, 0)
  const head = {
    en: `${listed(claimed.quarters)} brought ${value.en}; since ${since}`,
    zh: `${listedZh(claimed.quarters)}合计${value.zh}；自${since}以来`,
  }
  if (best === null) return { en: `${head.en} there is no other such period.`, zh: `${head.zh}没有其他同类期间。` }
  const other = money(best.sum.value, best.sum.currency, 0)
  return {
    en: `${head.en} the highest other is ${listed(best.quarters)} with ${other.en}.`,
    zh: `${head.zh}，其余最高为${listedZh(best.quarters)}的${other.zh}。`,
  }
}

const noPeriod: Told = {
  en: 'The quarters named are no quarter, half-year or year of one kind of label, so that there is nothing to compare them with.',
  zh: '所列季度不构成同一口径的季度、半年或全年，无从比较。',
}

/** Whether a sum of quarters is the largest of all such periods since one; to say so takes every one of them, to refute it one. */
export async function judgeRecord(store: Store, parameters: ParametersOf<'record'>, at: Moments): Promise<Judgement> {
  const { topic, quarters, needsFrom } = parameters
  const [known, all] = await Promise.all([
    readRevenue(store.sql, [topic], at.judgedAt),
    readRevenue(store.sql, [topic], at.now),
  ])
  const sum = sumQuarters(known, { topic, quarters }, at.judgedAt)
  if (isRefusal(sum)) return notCheckable(sum.told)
  const [first = '', last = ''] = [quarters[0], quarters.at(-1)]
  const own = periodsFrom(first, quarterAfter(last), quarters.length)
  const sameForm = first.startsWith('FY') === needsFrom.startsWith('FY')
  if (own.join() !== quarters.join() || !sameForm) return notCheckable(noPeriod, { inputs: sum.inputs })
  const wanted = periodsFrom(needsFrom, first, quarters.length)
  const others = stored(known, sum, wanted)
  const later = periodsFrom(quarterAfter(last), quarterAfter(all.at(-1)?.label ?? ''), quarters.length)
  const best = highestOf(others)
  const highest = others.map((other) => other.sum.value.toFixed()).join(', ')
  const rest = {
    inputs: [...others.flatMap((other) => other.sum.inputs), ...sum.inputs],
    formula: {
      en: `${sum.value.toFixed()} against max(${highest})`,
      zh: `${sum.value.toFixed()} 与 max(${highest}) 相比`,
    },
    computed: { value: sum.value.toFixed(), unit: same(sum.currency) },
    since: sinceThen(stored(all, sum, later), sum),
  }
  const isHighest = best === null || sum.value.gt(best.sum.value)
  if (isHighest && others.length < wanted.length) {
    return notCheckable(notStored(known[0]?.label ?? '', parameters), rest)
  }
  return judged({
    ...rest,
    verdict: isHighest ? 'holds' : 'does-not-hold',
    finding: compared({ quarters, sum }, best, parameters.since),
  })
}

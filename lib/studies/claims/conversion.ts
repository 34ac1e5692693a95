import { verdictOfDates } from '@/lib/analytics/claims/endDates'
import { Exact } from '@/lib/analytics/claims/exact'
import { roundsTo, statedInterval } from '@/lib/analytics/claims/rounding'
import { isRefusal } from '@/lib/analytics/refusal'
import type { Store } from '@/lib/store/connection/store'
import { readRates } from '@/lib/store/rate/read'
import { conversionTold } from './conversionTold'
import { type Converted, convert, type Side, upTo } from './convert'
import type { ParametersOf } from './kinds'
import { type Judgement, judged, type Moments, notCheckable, type Told } from './result'
import { revenueAt, type SummedRevenue } from './revenueSum'
import { dayOf, figure, places, unitOf } from './words'

type Parameters = ParametersOf<'conversion'>

/** Why a sum cannot be converted at all, null when it can. */
function obstacle({ from, dates }: Parameters, currency: string, judgedOn: string): Told | null {
  const late = dates.find((date) => date > judgedOn)
  if (late !== undefined) {
    return {
      en: `The rate of ${late} was not known when this was stated.`,
      zh: `作出该表述时，${late}的汇率尚不可知。`,
    }
  }
  if (currency === from) return null
  return {
    en: `The revenue is stored in ${currency}, not in ${from}.`,
    zh: `记录的营业收入以${currency}计，而非${from}。`,
  }
}

/** The sum at the last date after the statement for which both rates are stored; null without one. */
function atLast(sum: SummedRevenue, sides: readonly [Side, Side], base: string, { judgedAt, now }: Moments) {
  const [date] = sides.flatMap(({ rates }) => (rates ? (upTo(rates, dayOf(now)).date.at(-1) ?? '') : [])).sort()
  if (date === undefined || date <= dayOf(judgedAt)) return null
  const last = convert(sum, sides, base, date)
  return isRefusal(last) ? null : last
}

function formulaOf(
  sum: SummedRevenue,
  { from, to, base, unit, decimals }: Parameters,
  converted: readonly Converted[],
): Told {
  const inWords = (per: (currency: string) => string) =>
    converted
      .map(({ value, perBase, rateDate }) => {
        const result = figure(value.div(unit), decimals + 2)
        return `(${sum.written}) / ${perBase.from} ${per(from)} × ${perBase.to} ${per(to)} / ${figure(unit)} = ${result} (${rateDate})`
      })
      .join('; ')
  return { en: inWords((currency) => `${currency} per ${base}`), zh: inWords((currency) => `${currency}/${base}`) }
}

/** A sum of quarters in another currency on each of the dates, against the figure that was said. */
export async function judgeConversion(store: Store, parameters: Parameters, at: Moments): Promise<Judgement> {
  const { revenue, from, to, base, dates, said, unit, decimals } = parameters
  const sum = await revenueAt(store, revenue, at.judgedAt)
  if (isRefusal(sum)) return notCheckable(sum.told)
  const why = obstacle(parameters, sum.currency, dayOf(at.judgedAt))
  if (why !== null) return notCheckable(why, { inputs: sum.inputs })
  const side = async (currency: string): Promise<Side> => ({
    currency,
    rates: currency === base ? null : await readRates(store.sql, base, currency),
  })
  const [source, target] = await Promise.all([side(from), side(to)])
  const then = ({ currency, rates }: Side) => ({ currency, rates: rates && upTo(rates, dayOf(at.judgedAt)) })
  const converted: Converted[] = []
  for (const date of dates) {
    const one = convert(sum, [then(source), then(target)], base, date)
    if (isRefusal(one)) return notCheckable(one.told, { inputs: sum.inputs })
    converted.push(one)
  }
  const conversions = converted.map(({ date, rateDate, value, interval }) => ({
    ...{ date, rateDate, value: value.div(unit) },
    satisfies: roundsTo({ low: interval.low.div(unit), high: interval.high.div(unit) }, { said, decimals }),
  }))
  const onAll = verdictOfDates(conversions.filter(({ satisfies }) => satisfies).length, conversions.length)
  const low = Exact.min(...converted.map(({ interval }) => interval.low)).div(unit)
  const high = Exact.max(...converted.map(({ interval }) => interval.high)).div(unit)
  const stated = statedInterval({ said, decimals })
  const rates = new Map(
    converted.flatMap((one) => one.inputs).map((input) => [`${input.name.en} ${input.period}`, input]),
  )
  return judged({
    verdict: onAll === 'holds' ? 'holds-within-rounding' : onAll,
    inputs: [...sum.inputs, ...rates.values()],
    formula: formulaOf(sum, parameters, converted),
    computed: { value: places(conversions[0]?.value ?? low), unit: unitOf(unit, to) },
    interval: { low: places(low), high: places(high) },
    stated: { low: stated.low.toFixed(), high: stated.high.toFixed() },
    conversions: conversions.map((one) => ({ ...one, value: places(one.value) })),
    ...conversionTold(conversions, { parameters, last: atLast(sum, [source, target], base, at) }),
  })
}

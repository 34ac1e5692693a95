import { type GrowthReading, growthInterval, growthOf, isTinyBase } from '@/lib/analytics/claims/growth'
import { roundingVerdict, statedInterval } from '@/lib/analytics/claims/rounding'
import { isRefusal } from '@/lib/analytics/refusal'
import type { Store } from '@/lib/store/connection/store'
import type { ParametersOf } from './kinds'
import { inReadingTold, readingUnits, unitOfReading } from './readings'
import { type Judgement, judged, type Moments, notCheckable, type Told } from './result'
import { revenueSince } from './revenueSince'
import { revenueAt, type SummedRevenue } from './revenueSum'
import { roundedTold } from './roundedTold'
import { figure, money, places } from './words'

const tiny: Told = {
  en: ' The base is tiny: a growth of more than 1,000% tells more of the time before than of this one.',
  zh: '基数极小：超过1000%的增幅更多反映的是此前的低基数。',
}

function formulaOf(before: SummedRevenue, after: SummedRevenue, reading: GrowthReading, result: Told): Told {
  const quotient = `(${after.written}) / (${before.written})`
  const counted = reading.endsWith('-more') ? `${quotient} - 1` : quotient
  const scaled = reading.startsWith('percent') ? `100 × (${counted})` : counted
  return { en: `${scaled} = ${result.en}`, zh: `${scaled} = ${result.zh}` }
}

/** Growth of one sum of quarters on another against the figure that was said, in the reading that the parameters name. */
export async function judgeGrowth(store: Store, parameters: ParametersOf<'growth'>, at: Moments): Promise<Judgement> {
  const { revenue, reading, said, unit, decimals } = parameters
  const [after, before] = await Promise.all([
    revenueAt(store, revenue, at.judgedAt),
    revenueAt(store, parameters.before, at.judgedAt),
  ])
  if (isRefusal(after)) return notCheckable(after.told)
  if (isRefusal(before)) return notCheckable(before.told)
  const inputs = [...before.inputs, ...after.inputs]
  if (before.currency !== after.currency || !before.interval.low.gt(0)) {
    const en = `There is no growth from ${before.value.toFixed()} ${before.currency} to ${after.value.toFixed()} ${after.currency}.`
    const zh = `${before.value.toFixed()} ${before.currency}与${after.value.toFixed()} ${after.currency}之间无法计算增幅。`
    return notCheckable({ en, zh }, { inputs })
  }
  const value = growthOf(before.value, after.value, reading).div(unit)
  const spread = growthInterval(before.interval, after.interval, reading)
  const interval = { low: spread.low.div(unit), high: spread.high.div(unit) }
  const verdict = roundingVerdict(value, interval, { said, decimals })
  const stated = statedInterval({ said, decimals })
  const [from, to] = [money(before.value, before.currency, 0), money(after.value, after.currency, 0)]
  const result = inReadingTold(value, decimals + 2, reading)
  const told = roundedTold(verdict, {
    en: `${figure(said)}${readingUnits[reading].en}`,
    zh: `${figure(said)}${readingUnits[reading].zh}`,
  })
  const base = isTinyBase(before.value, after.value) ? tiny : { en: '', zh: '' }
  return judged({
    verdict,
    inputs,
    formula: formulaOf(before, after, reading, result),
    computed: { value: places(value), unit: unitOfReading(reading) },
    interval: { low: places(interval.low), high: places(interval.high) },
    stated: { low: stated.low.toFixed(), high: stated.high.toFixed() },
    finding: {
      en: `From ${from.en} to ${to.en} is ${result.en}${told.en}${base.en}`,
      zh: `由${from.zh}到${to.zh}，为${result.zh}${told.zh}${base.zh}`,
    },
    since: await revenueSince(store, revenue, after, at),
  })
}

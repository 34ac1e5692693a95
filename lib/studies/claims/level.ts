import { roundingVerdict, statedInterval } from '@/lib/analytics/claims/rounding'
import { isRefusal } from '@/lib/analytics/refusal'
import type { Store } from '@/lib/store/connection/store'
import type { ParametersOf } from './kinds'
import { type Judgement, judged, type Moments, notCheckable } from './result'
import { revenueSince } from './revenueSince'
import { revenueAt } from './revenueSum'
import { roundedTold } from './roundedTold'
import { figure, inUnits, money, places, same, unitOf } from './words'

/** A sum of quarters against the figure that was said. */
export async function judgeLevel(store: Store, parameters: ParametersOf<'level'>, at: Moments): Promise<Judgement> {
  const { revenue, currency, said, unit, decimals } = parameters
  const sum = await revenueAt(store, revenue, at.judgedAt)
  if (isRefusal(sum)) return notCheckable(sum.told)
  if (sum.currency !== currency) {
    return notCheckable(
      {
        en: `The revenue is stored in ${sum.currency}, the statement speaks of ${currency}.`,
        zh: `记录的营业收入以${sum.currency}计，而原话以${currency}计。`,
      },
      { inputs: sum.inputs },
    )
  }
  const value = sum.value.div(unit)
  const interval = { low: sum.interval.low.div(unit), high: sum.interval.high.div(unit) }
  const verdict = roundingVerdict(value, interval, { said, decimals })
  const stated = statedInterval({ said, decimals })
  const total = money(sum.value, currency, 0)
  const told = roundedTold(verdict, inUnits(stated.low.plus(stated.high).div(2), unit, decimals, currency))
  const several = revenue.quarters.length > 1
  return judged({
    verdict,
    inputs: sum.inputs,
    formula: same(`(${sum.written}) / ${figure(unit)} = ${figure(value, decimals + 6)}`),
    computed: { value: places(value), unit: unitOf(unit, currency) },
    interval: { low: places(interval.low), high: places(interval.high) },
    stated: { low: stated.low.toFixed(), high: stated.high.toFixed() },
    finding: {
      en: `The stored revenue ${several ? `of the ${revenue.quarters.length} quarters adds up to` : 'is'} ${total.en}${told.en}`,
      zh: `记录的${several ? `${revenue.quarters.length}个季度合计` : '营业收入为'}${total.zh}${told.zh}`,
    },
    since: await revenueSince(store, revenue, sum, at),
  })
}

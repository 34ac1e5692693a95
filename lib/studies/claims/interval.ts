import { daysApart, daysVerdict } from '@/lib/analytics/claims/days'
import { isRefusal } from '@/lib/analytics/refusal'
import { eventKnownFrom } from '@/lib/market/eventKnown'
import { eventDate } from '@/lib/market/eventTime'
import { promisedWindow } from '@/lib/market/period'
import type { Store } from '@/lib/store/connection/store'
import type { StoredEvent } from '@/lib/store/event/list'
import { eventTimeOf } from '@/lib/store/event/time'
import { eventAt } from './eventAt'
import type { ParametersOf } from './kinds'
import { type ClaimInput, type Judgement, judged, type Moments, notCheckable } from './result'
import { same } from './words'

function eventInput(event: StoredEvent): ClaimInput {
  const time = eventTimeOf(event)
  return {
    name: { en: event.title, zh: event.titleZh },
    value: eventDate(time),
    unit: { en: 'date', zh: '日期' },
    period: event.slug,
    feed: null,
    document: same(event.sourceName),
    asOf: eventKnownFrom(time),
  }
}

/** Days between two stored events against the most that the statement allows. An event known to its month can lie on any day of it. */
export async function judgeInterval(
  store: Store,
  parameters: ParametersOf<'interval'>,
  at: Moments,
): Promise<Judgement> {
  const { fromEvent, toEvent, atMostDays } = parameters
  const [from, to] = await Promise.all([eventAt(store, fromEvent, at.judgedAt), eventAt(store, toEvent, at.judgedAt)])
  if (isRefusal(from)) return notCheckable(from.told)
  if (isRefusal(to)) return notCheckable(to.told)
  const [start, end] = [eventDate(eventTimeOf(from)), eventDate(eventTimeOf(to))]
  const days = daysApart(promisedWindow(start), promisedWindow(end))
  const span = days.low === days.high ? String(days.low) : `${days.low} to ${days.high}`
  const spanZh = days.low === days.high ? String(days.low) : `${days.low}至${days.high}`
  return judged({
    verdict: daysVerdict(days, atMostDays),
    inputs: [eventInput(from), eventInput(to)],
    formula: {
      en: `${end} - ${start} = ${span} days; read as 0 to ${atMostDays}`,
      zh: `${end} - ${start} = ${spanZh}天; 按0至${atMostDays}天理解`,
    },
    computed: { value: String(days.low), unit: { en: 'days', zh: '天' } },
    interval: { low: String(days.low), high: String(days.high) },
    stated: { low: '0', high: String(atMostDays) },
    finding: {
      en: `From ${start} to ${end} it is ${span} days; the statement is read as up to ${atMostDays}.`,
      zh: `从${start}到${end}相隔${spanZh}天；此处将原话理解为至多${atMostDays}天。`,
    },
  })
}

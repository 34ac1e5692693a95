import { addDays, isTradingDate } from '@/lib/market/date'
import { eventDate } from '@/lib/market/eventTime'
import { localDate } from '@/lib/market/zone'
import { seriesStatus } from '@/lib/store/bar/status'
import type { Store } from '@/lib/store/connection/store'
import { eventTimeOf } from '@/lib/store/event/time'
import type { CompareBase } from '@/lib/studies/compare'
import { findEvent } from '../events/find'
import { BaseRefusal } from './refusal'
import type { CompareView } from './schema'

export interface FoundBase {
  readonly view: CompareView['base']
  readonly rule: CompareBase
}

const forms = {
  en: 'expected a date such as 2025-09-18, or event: and the slug of an event',
  zh: '应为 2025-09-18 这样的日期，或 event: 加事件的代号',
}

async function eventBase(store: Store, slug: string): Promise<FoundBase> {
  const event = await findEvent(store, slug, { parameter: 'rebase' })
  const time = eventTimeOf(event)
  if (time.precision === 'month') {
    throw new BaseRefusal({
      en: `only the month of the event ${slug} is known (${time.start}); expected an event known to the day, or a date`,
      zh: `事件 ${slug} 只知道月份（${time.start}）；应为知道日期的事件，或一个日期`,
    })
  }
  return {
    view: { kind: 'event', date: eventDate(time), event: event.slug, title: event.title, titleZh: event.titleZh },
    rule: { kind: 'event', event: time },
  }
}

function dateBase(date: string): FoundBase {
  return { view: { kind: 'date', date, event: null, title: null, titleZh: null }, rule: { kind: 'date', date } }
}

/**
 * What `rebase` means: a date (not after the last stored session or the day after `now`), or `event:` and a slug. When it is not given, the first date on which
 * all of `symbols` have a session. Throws a problem that names `rebase`.
 */
export async function findBase(
  store: Store,
  rebase: string | undefined,
  symbols: readonly string[],
  now: Date,
): Promise<FoundBase> {
  if (rebase?.startsWith('event:')) return eventBase(store, rebase.slice('event:'.length))
  if (rebase !== undefined && !isTradingDate(rebase)) throw new BaseRefusal(forms)
  const compared = await seriesStatus(store.sql, symbols, now)
  const ends = compared.flatMap(({ lastSession }) => lastSession ?? [])
  const latest = [addDays(localDate(now, 'UTC'), 1), ...ends].sort().at(-1) ?? ''
  if (rebase !== undefined && rebase > latest) {
    throw new BaseRefusal({
      en: `expected a date up to ${latest}, got "${rebase}"`,
      zh: `应为不晚于 ${latest} 的日期，而不是 ${rebase}`,
    })
  }
  const firsts = compared.flatMap(({ firstSession }) => firstSession ?? [])
  return dateBase(rebase ?? [...firsts].sort().at(-1) ?? localDate(now, 'UTC'))
}

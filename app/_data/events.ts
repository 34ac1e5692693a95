import type { Query } from '@/app/_ui/url'
import { eventsView } from '@/lib/api/events/view'
import { eventEffects } from './effects'
import { type EventRow, filtered, readEventFilter } from './eventFilter'
import { pageMoment } from './moment'
import { pageStore } from './store'

/** Everything the list of events shows for a query, read in process through the views of the API: what passes the filters, in order, and all there is. */
export async function eventsData(query: Query, now: Date) {
  const moment = pageMoment(query, now)
  const [{ items }, effects] = await Promise.all([
    eventsView(pageStore(), {}, moment.asOf === null ? undefined : moment.at),
    eventEffects(moment, now),
  ])
  const all = items.map((event): EventRow => ({ event, effect: effects.get(event.slug) }))
  const { filter, wrong } = readEventFilter(query, all)
  return { moment, all, filter, wrong, rows: filtered(all, filter) }
}

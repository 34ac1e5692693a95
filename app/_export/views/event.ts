import { eventData } from '@/app/_data/event'
import { pageStore } from '@/app/_data/store'
import { unknownEvent } from '@/lib/api/events/find'
import { momentProblems } from '../problems'
import { eventsTable } from '../tables/events'
import { studyTables } from '../tables/study'
import type { View } from '../view'

/** An event: the study of the listing asked for, then its other tables. Without a study only the event itself. */
export const openEvent: View = async ({ query, language, now }, slug = '') => {
  const data = await eventData(slug, query, now)
  if (data === null) throw await unknownEvent(pageStore(), slug)
  const { event, moment, study } = data
  const itself = { event: () => eventsTable([event], language, moment) }
  return {
    path: `/events/${slug}`,
    name: study === null ? ['event', slug] : ['event', slug, study.view.listing.symbol],
    moment,
    problems: [
      ...momentProblems(moment),
      ...(study?.problems ?? []).map((detail) => ({ name: /^[A-Za-z]+/.exec(detail)?.[0] ?? 'query', detail })),
    ],
    tables: study === null ? itself : { ...studyTables(study.view, language), ...itself },
  }
}

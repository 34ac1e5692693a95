import { eventData, type WrongParameter } from '@/app/_data/event'
import { pageStore } from '@/app/_data/store'
import { eventPicture, studyPicture } from '@/app/_picture/of/study'
import { unknownEvent } from '@/lib/api/events/find'
import { settingsRange } from '@/lib/api/study/parameters'
import { got, momentProblems, oneOf } from '../problems'
import { eventsTable } from '../tables/events'
import { studyTables } from '../tables/study'
import type { View } from '../view'

function expectedOf(name: WrongParameter['name']): string {
  if (name === 'listing') return 'expected the symbol of a listing'
  const range = settingsRange[name]
  const [least, most] = range
  return typeof least === 'number' ? `expected a whole number from ${least} to ${most}` : oneOf(range.map(String))
}

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
      ...(study?.wrong ?? []).map(({ name, value }) => ({ name, detail: `${expectedOf(name)}, ${got(value)}` })),
    ],
    tables: study === null ? itself : { ...studyTables(study.view, language), ...itself },
    picture: (look) =>
      study === null
        ? eventPicture(event, moment.at.toISOString(), look)
        : studyPicture(event, study.view, moment.at.toISOString(), look),
  }
}

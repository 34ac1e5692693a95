import { acrossChoices, acrossData } from '@/app/_data/across'
import { claimsData } from '@/app/_data/claims'
import { eventSorts, resultsChoices, rowVerdicts } from '@/app/_data/eventFilter'
import { eventsData } from '@/app/_data/events'
import { milestoneStates, roadmapData } from '@/app/_data/roadmap'
import { claimsPicture, eventsPicture, roadmapPicture, studiesPicture } from '@/app/_picture/of/lists'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { acrossTable } from '@/lib/api/across/csv'
import { claimVerdicts } from '@/lib/studies/claims/result'
import { got, momentProblems, oneOf, wordProblems } from '../problems'
import { claimsTable } from '../tables/claims'
import { effectsTable, eventsTable } from '../tables/events'
import { milestonesTable } from '../tables/milestones'
import type { View } from '../view'

const eventWords: Readonly<Record<string, readonly string[]>> = {
  results: resultsChoices,
  sort: eventSorts,
  verdict: rowVerdicts,
}

/** The events that pass the filters of the query, in its order. */
export const openEvents: View = async ({ query, language, now }) => {
  const { moment, rows, wrong } = await eventsData(query, now)
  const events = rows.map(({ event }) => event)
  const effects = new Map(rows.flatMap(({ event, effect }) => (effect ? [[event.slug, effect] as const] : [])))
  return {
    path: '/events',
    name: ['events'],
    moment,
    problems: [
      ...momentProblems(moment),
      ...wrong.map(({ name, value }) => {
        const words = eventWords[name]
        return { name, detail: `${words ? oneOf(words) : `expected a ${name} that an event has`}, ${got(value)}` }
      }),
    ],
    tables: {
      events: () => eventsTable(events, language, moment),
      effects: () => effectsTable(events, effects, language, moment),
    },
    picture: (look) => eventsPicture(rows, moment.at.toISOString(), look),
  }
}

/** The headline tests of all events, and the tests across them. */
export const openStudies: View = async ({ query, language, now }) => {
  const { moment, view, items } = await acrossData(query, now)
  const titled = items.map((row) => ({ ...row, title: inLanguage(language, row.title, row.titleZh) }))
  return {
    path: '/studies',
    name: ['studies'],
    moment,
    problems: [
      ...momentProblems(moment),
      ...wordProblems(query, 'kind', acrossChoices.kind),
      ...wordProblems(query, 'sort', acrossChoices.sort),
    ],
    tables: {
      rows: () => {
        const { about, columns } = acrossTable({ ...view, items: titled })
        const source = 'the stored closes of each listing and of its benchmark, whose sources its own table names'
        return { about: [['source', source], ...about, ['currency', 'each listing’s own']], columns }
      },
    },
    picture: (look) => studiesPicture(items, moment.at.toISOString(), look),
  }
}

/** The statements of the article that were given the verdict of the query. */
export const openClaims: View = async ({ query, language, now }) => {
  const { moment, items } = await claimsData(query, now)
  return {
    path: '/claims',
    name: ['claims'],
    moment,
    problems: [...momentProblems(moment), ...wordProblems(query, 'verdict', claimVerdicts)],
    tables: { claims: () => claimsTable(items, language, moment) },
    picture: (look) => claimsPicture(items, moment.at.toISOString(), look),
  }
}

/** What was promised, in the state of the query. */
export const openRoadmap: View = async ({ query, language, now }) => {
  const { moment, items } = await roadmapData(query, now)
  return {
    path: '/roadmap',
    name: ['roadmap'],
    moment,
    problems: [...momentProblems(moment), ...wordProblems(query, 'state', milestoneStates)],
    tables: { roadmap: () => milestonesTable(items, language, moment) },
    picture: (look) => roadmapPicture(items, moment.at.toISOString(), look),
  }
}

import type { EventEffects } from '@/app/_data/effects'
import type { PageMoment } from '@/app/_data/moment'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { acrossColumns } from '@/lib/api/across/csv'
import type { CsvTable } from '@/lib/api/csv/csv'
import type { EventView } from '@/lib/api/events/view'
import type { Language } from '@/lib/api/language'
import { columnsOf } from '../view'

const names = [
  ...(['event', 'kind', 'title', 'date', 'start', 'end', 'precision', 'phase', 'timeNote', 'listings'] as const),
  ...(['dayZero', 'topics', 'tags', 'confirmed', 'source', 'sourceUrl'] as const),
] as const

/** Events in the order they are given, each with its day 0 on the exchange of every listing it names. Lists stand in one cell, separated by `; `. */
export function eventsTable(items: readonly EventView[], language: Language, { at }: PageMoment): CsvTable {
  const rows = items.map((event) => ({
    ...{ event: event.slug, kind: event.kind, title: inLanguage(language, event.title, event.titleZh) },
    ...{ date: event.date, start: event.start, end: event.end, precision: event.precision, phase: event.phase },
    timeNote: inLanguage(language, event.timeNote, event.timeNoteZh),
    listings: event.listings.map(({ symbol }) => symbol).join('; '),
    dayZero: event.dayZero.map(({ symbol, session }) => `${symbol} ${session ?? 'none'}`).join('; '),
    topics: event.topics.map(({ name, nameZh }) => inLanguage(language, name, nameZh)).join('; '),
    tags: event.tags.join('; '),
    ...{ confirmed: event.confirmed, source: event.sourceName, sourceUrl: event.sourceUrl },
  }))
  return {
    about: [
      ['source', 'named in each row'],
      ['as of', at.toISOString()],
      ['adjustment', 'none: these are dates'],
      ['currency', 'none'],
    ],
    columns: columnsOf(names, rows),
  }
}

/** What each event did to each listing it names, in the order of the events: the headline tests, as on the events’ own pages. */
export function effectsTable(
  items: readonly EventView[],
  effects: EventEffects,
  language: Language,
  { at }: PageMoment,
): CsvTable {
  const rows = items.flatMap(({ slug }) => effects.get(slug)?.rows ?? [])
  return {
    about: [
      ['source', 'the stored closes of each listing and of its benchmark, whose sources its own table names'],
      ['as of', at.toISOString()],
      ['adjustment', 'split (divided by the ratios of later splits)'],
      ['currency', 'each listing’s own'],
      ['car', 'a log return over day 0 and the session after it, beyond what the market model expects'],
    ],
    columns: acrossColumns(rows.map((row) => ({ ...row, title: inLanguage(language, row.title, row.titleZh) }))),
  }
}

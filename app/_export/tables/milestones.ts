import type { PageMoment } from '@/app/_data/moment'
import { inLanguage } from '@/app/_ui/i18n/texts'
import type { CsvTable } from '@/lib/api/csv/csv'
import type { Language } from '@/lib/api/language'
import type { MilestoneView } from '@/lib/api/milestones/view'
import { columnsOf } from '../view'

const names = [
  ...([
    'milestone',
    'title',
    'topic',
    'promised',
    'windowStart',
    'windowEnd',
    'state',
    'daysLate',
    'shippedOn',
  ] as const),
  ...(['announced', 'announcedBy', 'evidence', 'evidenceUrl', 'source', 'sourceUrl'] as const),
] as const

/** What was promised for when, and where it stands on the day of the view. */
export function milestonesTable(items: readonly MilestoneView[], language: Language, { at }: PageMoment): CsvTable {
  const rows = items.map((one) => ({
    ...{ milestone: one.slug, title: inLanguage(language, one.title, one.titleZh), topic: one.topic },
    ...{ promised: one.promised, windowStart: one.window?.start ?? null, windowEnd: one.window?.end ?? null },
    ...{ state: one.state, daysLate: one.daysLate, shippedOn: one.shippedOn },
    ...{ announced: one.announced?.date ?? null, announcedBy: one.announced?.event ?? null },
    ...{ evidence: inLanguage(language, one.evidence, one.evidenceZh), evidenceUrl: one.evidenceUrl },
    ...{ source: one.sourceName, sourceUrl: one.sourceUrl },
  }))
  return {
    about: [
      ['source', 'named in each row'],
      ['as of', at.toISOString()],
      ['adjustment', 'none: these are dates'],
      ['currency', 'none'],
      ['state', 'on the date of “as of” in UTC: promised before the window, due within it, late after it'],
    ],
    columns: columnsOf(names, rows),
  }
}

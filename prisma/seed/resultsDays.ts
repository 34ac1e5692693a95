import { articleEvents } from './events'
import { quarterName, revenueSentence } from './resultsText'
import { cambriconRevenue } from './revenue/cambricon'
import { cambriconQuarters } from './revenue/cambriconQuarters'
import { announcedOn, announcementNote, nvidiaRevenue } from './revenue/nvidia'
import { nvidiaQuarters } from './revenue/nvidiaQuarters'
import { nvidiaFilingUrl } from './sources'
import type { SeedEvent } from './types'

const common = { kind: 'results', end: null, phase: 'after', tags: ['results'] } as const

function nvidiaDay(label: string): SeedEvent {
  const quarter = nvidiaQuarters.find((candidate) => candidate.label === label)
  const row = nvidiaRevenue.find((candidate) => candidate.label === label)
  if (!quarter || !row) throw new Error(`no quarter ${label} of Nvidia`)
  const note = announcementNote(quarter)
  const report = { form: label.endsWith('Q4') ? '10-K' : '10-Q', accession: quarter.accession }
  const { form, accession } = quarter.accepted && quarter.release ? { form: '8-K', accession: quarter.release } : report
  const text = revenueSentence(row, nvidiaRevenue)
  return {
    ...common,
    slug: `nvidia-results-${label.toLowerCase()}`,
    title: `Nvidia reports ${quarterName(label).en}`,
    titleZh: `英伟达公布${quarterName(label).zh}业绩`,
    text: text.en,
    textZh: text.zh,
    start: quarter.accepted ?? announcedOn(quarter),
    precision: quarter.accepted ? 'minute' : 'day',
    phase: quarter.accepted ? 'unknown' : 'after',
    timeNote: note.en,
    timeNoteZh: note.zh,
    sourceName: `Nvidia, ${form} ${accession} (SEC)`,
    sourceUrl: nvidiaFilingUrl(accession),
    confirmed: true,
    topics: ['nvidia'],
    listings: ['NVDA'],
  }
}

/** One evening of Cambricon; a year and the first quarter after it are often announced together. */
function cambriconEvening(evening: string): SeedEvent {
  const quarters = cambriconQuarters.filter(({ announced }) => announced === evening)
  const rows = cambriconRevenue.filter(({ label }) => quarters.some((quarter) => quarter.label === label))
  const texts = rows.map((row) => revenueSentence(row, cambriconRevenue))
  const filed = quarters[0]?.filed ?? null
  return {
    ...common,
    slug: `cambricon-results-${rows.map(({ label }) => label.toLowerCase()).join('-and-')}`,
    title: `Cambricon reports ${rows.map(({ label }) => quarterName(label).en).join(' and ')}`,
    titleZh: `寒武纪公布${rows.map(({ label }) => quarterName(label).zh).join('和')}业绩`,
    text: texts.map(({ en }) => en).join(' '),
    textZh: texts.map(({ zh }) => zh).join(''),
    start: evening,
    precision: 'day',
    timeNote: `Announced in the evening in China${filed ? `; the filing carries the date of ${filed}` : ''}. The minute is not known.`,
    timeNoteZh: `北京时间当日晚间发布${filed ? `，公告文件标注日期为${filed}` : ''}；具体时刻不详。`,
    sourceName: quarters[quarters.length - 1]?.document ?? '',
    sourceUrl: null,
    confirmed: filed !== null,
    topics: ['cambricon'],
    listings: ['688256.SS'],
  }
}

const dated = new Set(
  articleEvents
    .filter(({ tags }) => tags.includes('results'))
    .map(({ start, topics }) => `${topics[0]} ${start.slice(0, 10)}`),
)
const nvidiaLabels = nvidiaQuarters
  .filter((quarter) => !dated.has(`nvidia ${announcedOn(quarter)}`))
  .map(({ label }) => label)
const cambriconEvenings = new Set(
  cambriconQuarters.flatMap(({ announced }) => (announced && !dated.has(`cambricon ${announced}`) ? [announced] : [])),
)

/** The results days that are no events of the article, one event of kind `results` each, in the order of time. */
export const resultsDays: readonly SeedEvent[] = [
  ...nvidiaLabels.map(nvidiaDay),
  ...[...cambriconEvenings].map(cambriconEvening),
].sort((a, b) => (a.start < b.start ? -1 : 1))

import { dayZero } from '@/lib/market/eventTime'
import { isMic } from '@/lib/market/exchange'
import { readActions, type StoredAction } from '@/lib/store/action/read'
import type { Store } from '@/lib/store/connection/store'
import { listEvents, type StoredEvent } from '@/lib/store/event/list'
import { eventTimeOf } from '@/lib/store/event/time'
import { storedSessions } from '@/lib/store/missing/storedSessions'
import type { Language } from '../language'
import { dayTime, periodOf, type Resolution } from './periods'
import type { MarksView, TimescaleMarksView } from './schema'
import { meantListing } from './symbol'

/** Which marks: those of bars that begin at `from` or later and not after `to`, seconds since 1970. */
export interface MarksWanted {
  readonly symbol: string
  readonly resolution: Resolution
  readonly from: number
  readonly to: number
  readonly language: Language
}

const colours = { event: '#1a56a8', results: '#8a5200', split: '#7a1f91', dividend: '#0b6b57' } as const

/** Something at a session, whose bar is sought. */
interface Dated<T> {
  readonly session: string
  readonly of: T
}

/** Time of the bar that holds each session: that of its period's first stored session. What lies beyond the stored bars has the time of its own day. */
function barTimes(sessions: readonly string[], resolution: Resolution): (session: string) => number {
  const first = new Map<string, string>()
  for (const session of sessions) {
    const period = periodOf(session, resolution)
    if (!first.has(period)) first.set(period, session)
  }
  return (session) => dayTime(first.get(periodOf(session, resolution)) ?? session)
}

async function datedEvents(store: Store, wanted: MarksWanted, kind: 'event' | 'results') {
  const { id, symbol, mic } = await meantListing(store, wanted.symbol)
  const [events, sessions] = await Promise.all([
    listEvents(store, { listing: symbol, kind }),
    storedSessions(store.sql, id),
  ])
  const dated = events.flatMap((event): Dated<StoredEvent>[] => {
    const session = isMic(mic) ? dayZero(eventTimeOf(event), mic) : null
    return session === null ? [] : [{ session, of: event }]
  })
  return { id, dated, timeOf: barTimes(sessions, wanted.resolution) }
}

const within =
  ({ from, to }: MarksWanted) =>
  ({ time }: { time: number }) =>
    time >= from && time <= to
const titleOf = ({ title, titleZh }: StoredEvent, language: Language) => (language === 'zh' ? titleZh || title : title)

/** The published events that name a symbol, each on the bar of its day 0, as columns. Throws the problem `unknown-symbol`. */
export async function marksView(store: Store, wanted: MarksWanted): Promise<MarksView> {
  const { dated, timeOf } = await datedEvents(store, wanted, 'event')
  const marks = dated.map(({ session, of }) => ({ time: timeOf(session), of })).filter(within(wanted))
  return {
    id: marks.map(({ of }) => of.slug),
    time: marks.map(({ time }) => time),
    color: marks.map(() => colours.event),
    text: marks.map(({ of }) => titleOf(of, wanted.language)),
    label: marks.map(({ of }) => titleOf(of, wanted.language).slice(0, 1)),
    labelFontColor: marks.map(() => '#ffffff'),
    minSize: marks.map(() => 18),
  }
}

const words = {
  en: { results: 'Results', split: 'Split', dividend: 'Dividend' },
  zh: { results: '业绩', split: '拆股', dividend: '股息' },
} as const

function actionText(action: StoredAction, language: Language): string {
  const word = words[language][action.kind]
  return action.kind === 'split'
    ? `${word} ${action.numerator}:${action.denominator}`
    : `${word} ${action.cash} ${action.currency}`
}

/** The days of results, splits and dividends of a symbol, as columns ascending by time. Throws the problem `unknown-symbol`. */
export async function timescaleMarksView(store: Store, wanted: MarksWanted): Promise<TimescaleMarksView> {
  const { language } = wanted
  const { id, dated, timeOf } = await datedEvents(store, wanted, 'results')
  const results = dated.map(({ session, of }) => ({
    ...{ id: of.slug, time: timeOf(session), color: colours.results, label: 'E' },
    tooltip: [words[language].results, titleOf(of, language)],
  }))
  const actions = (await readActions(store.sql, id)).map((action) => ({
    ...{ id: `${action.kind} ${action.exDate}`, time: timeOf(action.exDate), color: colours[action.kind] },
    label: action.kind === 'split' ? 'S' : 'D',
    tooltip: [actionText(action, language), action.exDate],
  }))
  const marks = [...results, ...actions].filter(within(wanted)).sort((a, b) => a.time - b.time)
  return {
    id: marks.map((mark) => mark.id),
    time: marks.map(({ time }) => time),
    color: marks.map(({ color }) => color),
    label: marks.map(({ label }) => label),
    tooltip: marks.map(({ tooltip }) => tooltip),
  }
}

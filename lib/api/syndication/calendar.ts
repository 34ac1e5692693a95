import { createEvents, type DateArray, type EventAttributes } from 'ics'
import { addDays, dateParts } from '@/lib/market/date'
import { promisedWindow } from '@/lib/market/period'
import type { Store } from '@/lib/store/connection/store'
import { type FilingView, filingsView } from '../filings/view'
import type { Language } from '../language'
import { type MilestoneView, milestonesView } from '../milestones/view'
import { foldedByBytes } from './fold'

/** The package takes the moment of an entry's last change, which its types leave out. */
type Entry = EventAttributes & { readonly timestamp: number }

interface Asked {
  readonly now: Date
  readonly language: Language
  readonly origin: string
}

const words = {
  en: {
    calendar: 'Tidemark: milestones and expected filings',
    shipped: (title: string) => `Shipped: ${title}`,
    promised: (title: string) => `Promised: ${title}`,
    window: (promised: string) => `Promised for ${promised}; no day is known.`,
    late: (days: number) => `${days} days past its window.`,
    filing: (name: string, label: string) => `Expected: ${name}, figures of ${label}`,
    basis: (label: string, knownOn: string) =>
      `No day was announced here: as long after the quarter’s end as the figures of ${label} were known, on ${knownOn}.`,
  },
  zh: {
    calendar: 'Tidemark：路线图与预计财报',
    shipped: (title: string) => `已出货：${title}`,
    promised: (title: string) => `承诺：${title}`,
    window: (promised: string) => `承诺时间为 ${promised}；具体日期未知。`,
    late: (days: number) => `已超出承诺时间 ${days} 天。`,
    filing: (name: string, label: string) => `预计：${name} ${label} 财报`,
    basis: (label: string, knownOn: string) =>
      `公司未在此公布日期：按 ${label} 的数字公布于 ${knownOn} 推算，与季末相隔同样的天数。`,
  },
} as const

function dateArray(date: string): DateArray {
  const { year, month, day } = dateParts(date)
  return [year, month, day]
}

/** Days from `first` to `last`, both included, as whole days: a calendar's end is the day after. */
function wholeDays(first: string, last: string): Pick<EventAttributes, 'start'> & { end: DateArray } {
  return { start: dateArray(first), end: dateArray(addDays(last, 1)) }
}

// Reminders of days nobody is busy on, and as of today: an unchanged calendar is then the same file all day.
function common({ now, origin }: Asked, path: string): Pick<Entry, 'timestamp' | 'busyStatus' | 'transp' | 'url'> {
  return {
    timestamp: Date.parse(`${now.toISOString().slice(0, 10)}T00:00:00Z`),
    busyStatus: 'FREE',
    transp: 'TRANSPARENT',
    // The package refuses addresses such as http://[::1]:3000.
    ...(origin.includes('[') ? {} : { url: `${origin}${path}` }),
  }
}

function milestoneEntry(milestone: MilestoneView, asked: Asked): Entry[] {
  const { slug, state, window, promised, shippedOn, daysLate } = milestone
  const texts = words[asked.language]
  const say = (en: string, zh: string) => (asked.language === 'zh' && zh !== '' ? zh : en)
  const title = say(milestone.title, milestone.titleZh)
  const uid = `milestone-${slug}@tidemark`
  const rest = { uid, ...common(asked, '/roadmap'), categories: ['milestone'] }
  const evidence = say(milestone.evidence, milestone.evidenceZh)
  if (state === 'shipped' && shippedOn !== null) {
    const { start, end } = promisedWindow(shippedOn)
    return [
      { ...rest, ...wholeDays(start, end), title: texts.shipped(title), description: evidence, status: 'CONFIRMED' },
    ]
  }
  if (window === null || promised === null) return []
  const late = daysLate === null ? [] : [texts.late(daysLate)]
  const description = [texts.window(promised), ...late, evidence].filter((text) => text !== '').join('\n')
  const days = wholeDays(window.start, window.end)
  return [{ ...rest, ...days, title: texts.promised(title), description, status: 'TENTATIVE' }]
}

function filingEntry({ topic, name, nameZh, label, expectedOn, basis }: FilingView, asked: Asked): Entry {
  const texts = words[asked.language]
  return {
    uid: `filing-${topic}-${label}@tidemark`,
    ...common(asked, '/data'),
    ...wholeDays(expectedOn, expectedOn),
    title: texts.filing(asked.language === 'zh' ? nameZh : name, label),
    description: texts.basis(basis.label, basis.knownOn),
    categories: ['filing'],
    status: 'TENTATIVE',
  }
}

/** Published milestones and expected filings at `now` as an iCalendar (RFC 5545) of whole days. */
export async function calendarText(store: Store, asked: Asked): Promise<string> {
  const [milestones, filings] = await Promise.all([milestonesView(store, asked.now), filingsView(store, asked.now)])
  const entries: Entry[] = [
    ...milestones.items.flatMap((milestone) => milestoneEntry(milestone, asked)),
    ...filings.items.map((filing) => filingEntry(filing, asked)),
  ]
  const header = { productId: '-//Tidemark//Calendar//EN', calName: words[asked.language].calendar }
  const { error, value } = createEvents(entries, header)
  if (error !== null || value === null) throw new Error('The calendar could not be written', { cause: error })
  return foldedByBytes(value)
}

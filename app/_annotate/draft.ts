import type { EventView } from '@/lib/api/events/schema'
import { isMic } from '@/lib/market/exchange'
import { type Clock, minuteOf, shownAt } from './clock'

type Kept = 'title' | 'titleZh' | 'text' | 'textZh' | 'sourceName' | 'timeNote' | 'timeNoteZh' | 'confirmed' | 'status'

/** An event as it stands in the form: texts as they are typed, whether they can be used or not. */
export interface EventDraft extends Pick<EventView, Kept | 'precision'> {
  /** Empty: made of the title. */
  readonly slug: string
  /** Empty until it was chosen; asked of a day only. */
  readonly phase: EventView['phase'] | ''
  /** What a minute is told on. */
  readonly clock: Clock
  /** A day, or a month `2025-08`; of a minute the day on its clock. */
  readonly start: string
  readonly startTime: string
  /** Empty when it has no end. */
  readonly end: string
  readonly endTime: string
  readonly topics: readonly string[]
  readonly listings: readonly string[]
  readonly tags: readonly string[]
  readonly sourceUrl: string
}

/** What `POST /events` takes, and `PATCH` in part. */
export interface EventBody extends Pick<EventView, Kept | 'precision' | 'start' | 'end' | 'sourceUrl' | 'tags'> {
  readonly slug?: string
  readonly phase?: EventView['phase']
  readonly topics: readonly string[]
  readonly listings: readonly string[]
}

/** A new event of the days from `start` to `end` (null for one day), about some listings; a minute of it is told on `clock`. */
export function newDraft(of: {
  readonly start: string
  readonly end: string | null
  readonly listings: readonly string[]
  readonly clock: Clock
}): EventDraft {
  return {
    ...{ slug: '', title: '', titleZh: '', text: '', textZh: '', sourceName: '', sourceUrl: '', status: 'draft' },
    ...{ timeNote: '', timeNoteZh: '', confirmed: false, topics: [], tags: [], precision: 'day', phase: '' },
    ...{ startTime: '', endTime: '', start: of.start, end: of.end ?? '', listings: of.listings, clock: of.clock },
  }
}

/** A stored event in the form; a minute is told on the clock of its first listing's exchange. */
export function draftOf(event: EventView): EventDraft {
  const mic = event.listings[0]?.mic ?? ''
  const clock: Clock = isMic(mic) ? mic : 'UTC'
  const minute = event.precision === 'minute'
  const shown = (text: string | null) =>
    text !== null && minute ? shownAt(text, clock) : { date: text ?? '', time: '' }
  const [start, end] = [shown(event.start), shown(event.end)]
  const { slug, title, titleZh, text, textZh, precision, sourceName, timeNote, timeNoteZh, confirmed, status } = event
  return {
    ...{ slug, title, titleZh, text, textZh, precision, sourceName, timeNote, timeNoteZh, confirmed, status, clock },
    ...{ start: start.date, startTime: start.time, end: end.date, endTime: end.time },
    phase: event.phase,
    sourceUrl: event.sourceUrl ?? '',
    topics: event.topics.map((topic) => topic.slug),
    listings: event.listings.map(({ symbol }) => symbol),
    tags: [...event.tags],
  }
}

/** The draft with another precision: what of its time still means something stays. */
export function withPrecision(draft: EventDraft, precision: EventDraft['precision']): EventDraft {
  const fitted = (date: string) => {
    if (date === '') return ''
    if (precision === 'month') return date.slice(0, 7)
    return date.length === 7 ? `${date}-01` : date
  }
  return { ...draft, precision, start: fitted(draft.start), end: fitted(draft.end) }
}

/**
 * A time as it is sent. One that cannot be read goes as it was typed: the server says what it expected. A minute that is still the stored one keeps its seconds, which no
 * field shows.
 */
function timeOf({ precision, clock }: EventDraft, date: string, time: string, stored: string | null | undefined) {
  if (precision !== 'minute') return date
  const minute = minuteOf(date, time, clock) ?? `${date}T${time}`
  return stored?.slice(0, 16) === minute.slice(0, 16) ? stored : minute
}

/** A slug for a title that has no letters to make one of. */
function ownSlug({ slug, title, start }: EventDraft): string | undefined {
  if (slug.trim() !== '') return slug.trim()
  return title.trim() !== '' && !/[a-z0-9]/i.test(title.normalize('NFKD')) ? `event-${start}` : undefined
}

/** What the server is asked to store, for a new event or in place of the one that was `read`. A title given in one language only stands for both. */
export function bodyOf(draft: EventDraft, read?: Pick<EventView, 'start' | 'end'>): EventBody {
  const { text, textZh, precision, phase, timeNote, timeNoteZh, confirmed, status } = draft
  const [title, titleZh] = [draft.title.trim() || draft.titleZh, draft.titleZh.trim() || draft.title]
  const slug = ownSlug({ ...draft, title })
  const asked = precision === 'day' ? phase : phase || 'unknown'
  return {
    ...(slug === undefined ? {} : { slug }),
    ...(asked === '' ? {} : { phase: asked }),
    ...{ title, titleZh, text, textZh, precision, timeNote, timeNoteZh, confirmed, status },
    start: timeOf(draft, draft.start, draft.startTime, read?.start),
    end: draft.end === '' ? null : timeOf(draft, draft.end, draft.endTime, read?.end),
    sourceName: draft.sourceName,
    sourceUrl: draft.sourceUrl.trim() === '' ? null : draft.sourceUrl.trim(),
    ...{ topics: draft.topics, listings: draft.listings, tags: [...draft.tags] },
  }
}

/** The fields of a body in which it differs from the one that was read: what is sent as a change, so that nothing else is overwritten. */
export function changesOf(read: EventBody, now: EventBody): Partial<EventBody> {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  return Object.fromEntries(
    Object.entries(now).filter(([name, value]) => name !== 'slug' && !same(value, read[name as keyof EventBody])),
  )
}

import type { StoredEvent } from '@/lib/store/event/list'
import { eventHeadlines, type Headline, type HeadlineTest } from '../event/headline'
import type { StudySource } from '../event/source'

/** Which events and listings a table across events holds; a condition that is absent lets all pass. */
export interface AcrossFilter {
  readonly kind?: 'event' | 'results'
  readonly tag?: string
  readonly topic?: string
  readonly listing?: string
}

/** One event for one listing. */
export interface AcrossRow {
  readonly event: StoredEvent
  readonly headline: Headline
  /** Slug of the event of the same listing whose window it shares and which is counted instead; null when the row itself counts. */
  readonly sharedWith: string | null
}

/** A row with a test that counts in the tests across events. */
export type CountedRow = AcrossRow & { readonly headline: Headline & { readonly test: HeadlineTest } }

/** Whether a row enters the tests: it has a headline test, and no earlier event of its listing shares its window. */
export function isCounted(row: AcrossRow): row is CountedRow {
  return row.headline.test !== null && row.sharedWith === null
}

function passes({ kind, tag, topic }: AcrossFilter, event: StoredEvent): boolean {
  return (
    (kind === undefined || event.kind === kind) &&
    (tag === undefined || event.tags.includes(tag)) &&
    (topic === undefined || event.topics.some(({ slug }) => slug === topic))
  )
}

/** Two windows of one listing that share a session are one move, which may not count twice. */
function withShared(rows: readonly Omit<AcrossRow, 'sharedWith'>[]): AcrossRow[] {
  const taken = new Map<string, string>()
  const ordered = [...rows].sort((a, b) => {
    const [x, y] = [a.headline.subject.day0 ?? '', b.headline.subject.day0 ?? '']
    return x < y ? -1 : x > y ? 1 : 0
  })
  return ordered.map((row) => {
    const { test, subject } = row.headline
    const keys = (test?.session ?? []).map((session) => `${subject.listing.symbol} ${session}`)
    const sharedWith = keys.map((key) => taken.get(key)).find((slug) => slug !== undefined) ?? null
    if (sharedWith === null) for (const key of keys) taken.set(key, row.event.slug)
    return { ...row, sharedWith }
  })
}

/** The headlines of all events that pass, for the listings they name, by day 0; those without one come first. Holm within each event runs as on its own page. */
export async function acrossRows(source: StudySource, filter: AcrossFilter): Promise<AcrossRow[]> {
  const events = (await source.events()).filter((event) => passes(filter, event))
  const rows = await Promise.all(
    events.map(async (event) => {
      if (filter.listing !== undefined && !event.listings.some(({ symbol }) => symbol === filter.listing)) return []
      return (await eventHeadlines(source, event)).map((headline) => ({ event, headline }))
    }),
  )
  const wanted = rows
    .flat()
    .filter(({ headline }) => [undefined, headline.subject.listing.symbol].includes(filter.listing))
  return withShared(wanted)
}

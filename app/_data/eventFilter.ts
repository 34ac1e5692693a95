import { type Query, queryValue } from '@/app/_ui/url'
import type { AcrossRowView } from '@/lib/api/across/schema'
import type { EventView } from '@/lib/api/events/schema'
import { eventVerdicts } from '@/lib/studies/event/verdict'
import { type EventEffect, effectSize } from './effects'

/** An event of the list with what it did; without an effect where it names no listing or is still to come. */
export interface EventRow {
  readonly event: EventView
  readonly effect: EventEffect | undefined
}

/** What a row says in the verdict filter; `unstudied` where there is no effect. */
export const rowVerdicts = [...eventVerdicts, 'unstudied'] as const
export type RowVerdict = (typeof rowVerdicts)[number]

export const resultsChoices = ['hidden', 'shown', 'only'] as const
export const eventSorts = ['date', 'size'] as const

/** The filters of the list that take one value out of many. */
export const facetNames = ['verdict', 'listing', 'topic', 'tag'] as const
export type FacetName = (typeof facetNames)[number]

/** Which events are wanted, and in which order; null lets all pass. */
export interface EventFilter extends Readonly<Record<FacetName, string | null>> {
  readonly results: (typeof resultsChoices)[number]
  readonly sort: (typeof eventSorts)[number]
}

/** The row of one listing, or the largest one. */
export function effectRow({ effect }: EventRow, listing: string | null): AcrossRowView | undefined {
  return listing === null ? (effect?.largest ?? effect?.rows[0]) : effect?.rows.find(({ symbol }) => symbol === listing)
}

/** The verdict of a row: of the listing that is filtered by, else the most that any of its listings says. */
export function verdictOf(row: EventRow, listing: string | null): RowVerdict {
  return (listing === null ? row.effect?.verdict : effectRow(row, listing)?.verdict) ?? 'unstudied'
}

/** What a row is filtered by under a facet. */
export function valuesOf({ listing }: Pick<EventFilter, 'listing'>, name: FacetName, row: EventRow): readonly string[] {
  const { event } = row
  if (name === 'verdict') return [verdictOf(row, listing)]
  if (name === 'listing') return event.listings.map(({ symbol }) => symbol)
  return name === 'topic' ? event.topics.map(({ slug }) => slug) : event.tags
}

function passes(filter: EventFilter, row: EventRow, except?: FacetName): boolean {
  const { kind } = row.event
  if (filter.results === 'hidden' && kind === 'results') return false
  if (filter.results === 'only' && kind !== 'results') return false
  return facetNames.every((name) => {
    const wanted = name === except ? null : filter[name]
    return wanted === null || valuesOf(filter, name, row).includes(wanted)
  })
}

/** The rows that pass every filter, in the order asked for: newest first, or by size of effect with what could not be tested last. */
export function filtered(rows: readonly EventRow[], filter: EventFilter): EventRow[] {
  const size = (row: EventRow) => {
    const of = effectRow(row, filter.listing)
    return filter.listing === null ? effectSize(row.effect) : of?.car == null ? -1 : Math.abs(of.car)
  }
  const newest = (a: EventRow, b: EventRow) => (a.event.date < b.event.date ? 1 : a.event.date > b.event.date ? -1 : 0)
  return rows
    .filter((row) => passes(filter, row))
    .sort((a, b) => (filter.sort === 'size' ? size(b) - size(a) || newest(a, b) : newest(a, b)))
}

/** How many rows each value of a facet would leave under the other filters, most first. The value that is set stays among them, with none if need be. */
export function facetCounts(rows: readonly EventRow[], filter: EventFilter, name: FacetName): Map<string, number> {
  const counts = new Map<string, number>()
  // A listing changes whose verdict is meant, so its choices are counted with the verdict of each.
  const passing = (row: EventRow, value: string) =>
    passes(name === 'listing' ? { ...filter, listing: value } : filter, row, name)
  for (const row of rows) {
    for (const value of valuesOf(filter, name, row)) {
      if (passing(row, value)) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
  }
  const set = filter[name]
  if (set !== null && !counts.has(set)) counts.set(set, 0)
  return new Map([...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)))
}

/** A parameter of the query that names nothing here; the filter is left out. */
export interface WrongFilter {
  readonly name: FacetName | 'results' | 'sort'
  readonly value: string
}

/** Reads the filters of a page from its query; values that no row has are named in `wrong` and left out. */
export function readEventFilter(
  query: Query,
  rows: readonly EventRow[],
): { readonly filter: EventFilter; readonly wrong: readonly WrongFilter[] } {
  const wrong: WrongFilter[] = []
  const checked = (name: WrongFilter['name'], known: (value: string) => boolean): string | null => {
    const value = queryValue(query, name)
    if (value === undefined || known(value)) return value ?? null
    wrong.push({ name, value })
    return null
  }
  const listing = checked('listing', (value) =>
    rows.some(({ event }) => event.listings.some((one) => one.symbol === value)),
  )
  const has = (name: FacetName) => (value: string) =>
    rows.some((row) => valuesOf({ listing }, name, row).includes(value))
  const word = <Word extends string>(name: 'results' | 'sort', words: readonly [Word, ...Word[]]) => {
    const value = checked(name, (one) => words.some((known) => known === one))
    return words.find((known) => known === value) ?? words[0]
  }
  const filter: EventFilter = {
    listing,
    verdict: checked('verdict', (value) => rowVerdicts.some((known) => known === value)),
    topic: checked('topic', has('topic')),
    tag: checked('tag', has('tag')),
    results: word('results', resultsChoices),
    sort: word('sort', eventSorts),
  }
  return { filter, wrong }
}

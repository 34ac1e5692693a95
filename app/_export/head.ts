import { hrefWith, type Query } from '@/app/_ui/url'
import type { AboutLine, CsvTable } from '@/lib/api/csv/csv'
import type { OpenView } from './view'

const advice =
  'not investment advice; the terms of the feeds bind the use of their figures, the foot of the view names them'

/** What does not change the figures of a view: it is no part of the address that a file names, or an embedded page leads to. */
export const besides = { format: null, table: null, theme: null, size: null, rising: null, _rsc: null }

/** The address under which a view is seen as a page. */
export function viewAddress({ path }: Pick<OpenView, 'path'>, query: Query, origin: string): string {
  return `${origin}${hrefWith(path, query, besides)}`
}

interface Taken {
  /** Scheme, host and port under which the view is read. */
  readonly origin: string
  readonly query: Query
  readonly now: Date
  readonly table: string
}

/** The table of a view with all that has to be said of it: where it can be seen, then what the table says itself, then zone, moment and terms. */
export function withHead(view: OpenView, { about, columns }: CsvTable, { origin, query, now, table }: Taken): CsvTable {
  const others = Object.keys(view.tables).filter((name) => name !== table)
  const head: AboutLine[] = [
    ['view', viewAddress(view, query, origin)],
    ['table', table],
    ['other tables', others.length === 0 ? null : `${others.join(', ')} (add table=${others[0]} to the address)`],
    ...about,
    ['time zone', 'a date is the session’s at its exchange; a moment is UTC'],
    ['generated', now.toISOString()],
    ['terms', advice],
  ]
  return { about: head, columns }
}

/** A head line’s name as a key of JSON: `as of` is `asOf`. */
function keyOf(name: string): string {
  const [first = '', ...rest] = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
  return first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

/** The same table as JSON: columns of one length, and the head lines as `meta`. */
export function jsonOf({ about, columns }: CsvTable): string {
  const meta = Object.fromEntries(about.map(([name, text]) => [keyOf(name), text]))
  return `${JSON.stringify({ ...columns, meta })}\n`
}

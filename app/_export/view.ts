import type { PageMoment } from '@/app/_data/moment'
import type { Picture } from '@/app/_picture/Frame'
import type { Look } from '@/app/_picture/look'
import type { PriceView } from '@/app/_picture/of/prices'
import type { Query } from '@/app/_ui/url'
import type { CsvTable } from '@/lib/api/csv/csv'
import type { Language } from '@/lib/api/language'
import type { RefusedParameter } from '@/lib/api/problem/problem'

/** What is asked of a view: its query, the language of its texts, the moment of the request. */
export interface ViewRequest {
  readonly query: Query
  readonly language: Language
  readonly now: Date
}

/** A view with its data, ready to be taken away as a table or a picture; what the page of the same path shows, read by the same loader. */
export interface OpenView {
  /** Path of the page: `/listings/NVDA`. */
  readonly path: string
  /** What its files are called after. */
  readonly name: readonly string[]
  /** The moment the view looks from. */
  readonly moment: PageMoment
  /** What of the query the page could not use. */
  readonly problems: readonly RefusedParameter[]
  /** By the word that `?table=` takes; the first one is the chart's, and the default. */
  readonly tables: Readonly<Record<string, () => CsvTable | Promise<CsvTable>>>
  /** The price chart of the view, where that is what it shows first. */
  readonly chart?: PriceView
  readonly picture: (look: Look) => Picture
}

/** Opens the view of a page; `names` are the parts of its path that vary. Throws the problem of a name that is not known. */
export type View = (request: ViewRequest, ...names: string[]) => Promise<OpenView>

/** The columns `names` of rows that have them. */
export function columnsOf<const Name extends string>(
  names: readonly Name[],
  rows: readonly Readonly<Record<Name, CsvTable['columns'][string][number]>>[],
): CsvTable['columns'] {
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]))
}

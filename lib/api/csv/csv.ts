import type { Context } from 'hono'
import { forSpreadsheet } from './spreadsheet'

export type Cell = string | number | boolean | null

/** What the figures of a table are and where they come from, one `name: text` each; a null says nothing. */
export type AboutLine = readonly [name: string, text: string | null]

/** A table and what has to be said of it. Columns are of one length. */
export interface CsvTable {
  readonly about: readonly AboutLine[]
  readonly columns: Readonly<Record<string, readonly Cell[]>>
}

const numeric = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?%?$/i

function cell(value: Cell): string {
  const text =
    value === null ? '' : typeof value === 'string' && !numeric.test(value) ? forSpreadsheet(value) : String(value)
  return quoted(text)
}

/** A cell's text in quotes where it needs them (RFC 4180). */
export function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A line before the table. A spreadsheet cuts it into cells as well, at commas or at semicolons. */
function headLine([name, text]: readonly [string, string]): string {
  return `# ${name}: ${text.replace(/\s+/g, ' ').replace(/([,;]\s?)(?=[=@]|[+-](?!\d+[\])]))/g, "$1'")}`
}

/**
 * A table as CSV (RFC 4180, lines end in CR LF) after lines that begin with `#`: what the figures are and where they come from, one `name: text` each.
 * A null is an empty cell, and no text is taken for a formula.
 */
export function csvText({ about, columns }: CsvTable): string {
  const names = Object.keys(columns)
  const all = Object.values(columns)
  const head = about.flatMap(([name, text]) => (text === null ? [] : [headLine([name, text])]))
  const rows = (all[0] ?? []).map((_, row) => all.map((column) => cell(column[row] ?? null)).join(','))
  return [...head, names.map(cell).join(','), ...rows, ''].join('\r\n')
}

/** A file name made of `parts`, of characters that are safe in every header and on every disk. */
export function fileName(parts: readonly string[], ending: string): string {
  return `${parts.join('-').replace(/[^A-Za-z0-9.-]/g, '_')}.${ending}`
}

/** Answers with CSV under a file name made of `parts`. */
export function respondCsv(c: Context, parts: readonly string[], table: CsvTable): Response {
  return c.body(csvText(table), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${fileName(parts, 'csv')}"`,
  })
}

/** The sources of a range as one line: name, first and last date. */
export function sourcesText(sources: readonly { name: string; from: string; to: string }[]): string | null {
  return sources.length === 0 ? null : sources.map(({ name, from, to }) => `${name} (${from} to ${to})`).join('; ')
}

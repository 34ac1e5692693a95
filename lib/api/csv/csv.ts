import type { Context } from 'hono'

type Cell = string | number | boolean | null

function cell(value: Cell): string {
  const text = value === null ? '' : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A table as CSV (RFC 4180, lines end in CR LF) after lines that begin with `#`: what the figures are and where they come from, one `name: text` each.
 * A null is an empty cell. Rows are read from columns of one length.
 */
export function csvText(
  about: readonly (readonly [name: string, text: string | null])[],
  columns: Readonly<Record<string, readonly Cell[]>>,
): string {
  const names = Object.keys(columns)
  const all = Object.values(columns)
  const head = about.flatMap(([name, text]) => (text === null ? [] : [`# ${name}: ${text.replace(/\s+/g, ' ')}`]))
  const rows = (all[0] ?? []).map((_, row) => all.map((column) => cell(column[row] ?? null)).join(','))
  return [...head, names.map(cell).join(','), ...rows, ''].join('\r\n')
}

/** Answers with CSV under a file name made of `parts`. */
export function respondCsv(c: Context, parts: readonly string[], text: string): Response {
  const file = parts.join('-').replace(/[^A-Za-z0-9.-]/g, '_')
  return c.body(text, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${file}.csv"`,
  })
}

/** The sources of a range as one line: name, first and last date. */
export function sourcesText(sources: readonly { name: string; from: string; to: string }[]): string | null {
  return sources.length === 0 ? null : sources.map(({ name, from, to }) => `${name} (${from} to ${to})`).join('; ')
}

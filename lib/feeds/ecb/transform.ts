import { isTradingDate } from '@/lib/market/date'
import type { RatesRequest } from '../feed'
import { FeedError, type FeedRate, type FeedRejection } from '../types'
import { ecb } from './info'

function notTheFormat(what: string): FeedError {
  return new FeedError(ecb.id, 'not-the-format', `${ecb.name} answered another file of rates: ${what}`)
}

/** Cells of a line; the comma that ends it makes none. */
const cellsOf = (line: string) =>
  line
    .replace(/,\s*$/, '')
    .split(',')
    .map((cell) => cell.trim())

/**
 * Rates of the quotes against the euro from a date on, ascending by date, then in the order of the quotes. The file is newest first, its lines end in a
 * comma, and `N/A` stands where a currency was not quoted: no row then. Throws a FeedError `not-the-format` when the header or a wanted column is missing.
 */
export function transformHistory(csv: string, request: RatesRequest): { rows: FeedRate[]; rejected: FeedRejection[] } {
  const [header = '', ...lines] = csv.split(/\r?\n/)
  const columns = cellsOf(header)
  if (columns[0] !== 'Date') throw notTheFormat('it does not begin with a header of Date and currencies')
  const wanted = request.quotes.map((quote) => {
    const column = columns.indexOf(quote)
    if (column < 0) throw notTheFormat(`no column of ${quote}`)
    return { quote, column }
  })
  const rows: FeedRate[] = []
  const rejected: FeedRejection[] = []
  const seen = new Set<string>()
  for (const line of lines) {
    if (line.trim() === '') continue
    const cells = cellsOf(line)
    const date = cells[0] ?? ''
    if (!isTradingDate(date) || cells.length < columns.length || seen.has(date)) {
      const reason = seen.has(date) ? 'a date that came before' : 'not a date and a rate for each currency'
      rejected.push({ key: date, reason, payload: line })
      continue
    }
    seen.add(date)
    if (date < request.from) continue
    for (const { quote, column } of wanted) {
      const rate = cells[column] ?? ''
      if (rate === 'N/A' || rate === '') continue
      if (/^\d+(\.\d+)?$/.test(rate) && Number(rate) > 0) rows.push({ base: 'EUR', quote, date, rate })
      else rejected.push({ key: `${date} ${quote}`, reason: `"${rate}" is not a rate above zero`, payload: line })
    }
  }
  if (seen.size === 0) throw notTheFormat('a header without any day')
  return { rows: rows.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)), rejected }
}

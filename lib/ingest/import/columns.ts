/** What a file of daily bars can say of a session. */
export type Column = 'session' | 'open' | 'high' | 'low' | 'close' | 'volume'

/** Where each column stands, and how many shares one unit of volume is. */
export interface Columns {
  readonly at: Readonly<Partial<Record<Column, number>>>
  readonly sharesPerUnit: bigint
}

const lot = 100n

/** Heads in lower case and without blanks. 手 is a lot of 100 shares, 股 a share. */
const heads: Readonly<Record<string, readonly [Column, bigint?]>> = {
  date: ['session'],
  session: ['session'],
  日期: ['session'],
  交易日期: ['session'],
  open: ['open'],
  开盘: ['open'],
  开盘价: ['open'],
  high: ['high'],
  最高: ['high'],
  最高价: ['high'],
  low: ['low'],
  最低: ['low'],
  最低价: ['low'],
  close: ['close'],
  收盘: ['close'],
  收盘价: ['close'],
  volume: ['volume', 1n],
  'volume(shares)': ['volume', 1n],
  'volume(lots)': ['volume', lot],
  成交量: ['volume', 1n],
  '成交量(股)': ['volume', 1n],
  '成交量(手)': ['volume', lot],
}

const needed: readonly Column[] = ['session', 'open', 'high', 'low', 'close']
const examples: Readonly<Record<Column, string>> = {
  session: 'Date or 日期',
  open: 'Open or 开盘',
  high: 'High or 最高',
  low: 'Low or 最低',
  close: 'Close or 收盘',
  volume: 'Volume or 成交量',
}

const plain = (head: string) => head.toLowerCase().replace(/\s+/g, '').replaceAll('（', '(').replaceAll('）', ')')

/** Heads of adjusted prices: whoever writes them may mean them. */
const adjusted = /^(adj|adjusted|复权|前复权|后复权)/

/**
 * Where the columns stand, by their heads in English or Chinese; others are left alone. A bare `Volume` or `成交量` counts shares. Returns a sentence that
 * names what is missing or there twice instead. Pure.
 */
export function columnsOf(head: readonly string[]): Columns | string {
  const at: Partial<Record<Column, number>> = {}
  let sharesPerUnit = 1n
  for (const [place, cell] of head.entries()) {
    const name = plain(cell)
    const known = Object.hasOwn(heads, name) ? heads[name] : undefined
    if (known === undefined || adjusted.test(name)) continue
    const [column, unit] = known
    if (at[column] !== undefined) return `two columns say ${column}: "${head[at[column]] ?? ''}" and "${cell}"`
    at[column] = place
    if (unit !== undefined) sharesPerUnit = unit
  }
  const missing = needed.filter((column) => at[column] === undefined)
  if (missing.length === 0) return { at, sharesPerUnit }
  return `no column for ${missing.map((column) => `${column} (${examples[column]})`).join(', ')}; there are "${head.slice(0, 20).join('", "')}"`
}

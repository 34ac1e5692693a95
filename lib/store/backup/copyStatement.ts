import { quoted, type readTables } from './catalog'

/** The statement that reads a table's rows in COPY's text format; a partitioned one has none of its own, so a query reads it. Pure. */
export function copyStatement({
  name,
  columns,
  partitioned,
}: Pick<Awaited<ReturnType<typeof readTables>>[number], 'name' | 'columns' | 'partitioned'>): string {
  const list = columns.map(quoted).join(', ')
  const from = partitioned ? `(SELECT ${list} FROM ${quoted(name)})` : `${quoted(name)} (${list})`
  return `COPY ${from} TO STDOUT`
}

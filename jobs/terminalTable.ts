/** Cells aligned in columns, two blanks between them: the first row is the head. Columns of numbers (by their second row) stand right, the last column is never padded. */
export function terminalTable(rows: readonly (readonly string[])[]): string {
  const count = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: count }, (_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  const numeric = widths.map((_, i) => /^\d+$/.test(rows[1]?.[i] ?? ''))
  const line = (row: readonly string[]) =>
    widths
      .map((width, i) => {
        const cell = row[i] ?? ''
        if (numeric[i]) return cell.padStart(width)
        return i === count - 1 ? cell : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd()
  return rows.map(line).join('\n')
}

/** Reads a plain CSV text (header line, no quotes) and gives a function from a column's name to its values, top to bottom. */
export function columnsOfCsv(text: string): (name: string) => string[] {
  const [header = '', ...lines] = text.trimEnd().split(/\r?\n/)
  const names = header.split(',')
  const rows = lines.map((line) => line.split(','))
  return (name) => {
    const index = names.indexOf(name)
    if (index < 0) throw new Error(`no column "${name}" among ${names.join(', ')}`)
    return rows.map((row) => row[index] ?? '')
  }
}

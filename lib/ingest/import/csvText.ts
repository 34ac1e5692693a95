/** One record of a delimited text, with the line it begins on (from 1). */
export interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

export const delimiters = [',', ';', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

/** The delimiter the first line has most of outside quotes; a comma when it has none. */
export function delimiterOf(text: string): Delimiter {
  const head = (text.split(/\r\n|\n|\r/, 1)[0] ?? '').replace(/"[^"]*"/g, '')
  const count = (delimiter: string) => head.split(delimiter).length
  return delimiters.reduce<Delimiter>((most, each) => (count(each) > count(most) ? each : most), ',')
}

/** What is left of the text at a place: a quoted field with doubled quotes inside, or all up to the next delimiter or line end. */
const field: Readonly<Record<Delimiter, RegExp>> = {
  ',': /[ ]*"([^"]*(?:""[^"]*)*)"[ ]*(?=,|\r|\n|$)|([^,\r\n]*)/y,
  ';': /[ ]*"([^"]*(?:""[^"]*)*)"[ ]*(?=;|\r|\n|$)|([^;\r\n]*)/y,
  '\t': /[ ]*"([^"]*(?:""[^"]*)*)"[ ]*(?=\t|\r|\n|$)|([^\t\r\n]*)/y,
}

const lineEnd = /\r\n|\n|\r/y

/**
 * Delimited text as records (RFC 4180, with `;` and tabs as well): quoted fields may hold delimiters, line ends and doubled quotes; cells are trimmed, a byte order mark
 * and lines without anything are left out. A quote that is never closed stays in its cell as it is. Never throws. Pure.
 */
export function csvRecords(text: string): CsvRecord[] {
  const whole = text.replace(/^\uFEFF/, '')
  const delimiter = delimiterOf(whole)
  const pattern = new RegExp(field[delimiter])
  const ends = new RegExp(lineEnd)
  const records: CsvRecord[] = []
  let [at, line] = [0, 1]
  while (at < whole.length) {
    const cells: string[] = []
    const begun = line
    let more = true
    while (more) {
      pattern.lastIndex = at
      const [raw = '', quoted, plain = ''] = pattern.exec(whole) ?? []
      at += raw.length
      line += raw.split(/\r\n|\n|\r/).length - 1
      cells.push((quoted?.replaceAll('""', '"') ?? plain).trim())
      more = whole[at] === delimiter
      if (more) at += 1
    }
    ends.lastIndex = at
    at += ends.exec(whole)?.[0].length ?? 0
    line += 1
    if (cells.some((cell) => cell !== '')) records.push({ line: begun, cells })
  }
  return records
}

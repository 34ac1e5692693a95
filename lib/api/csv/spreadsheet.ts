// What a spreadsheet takes for the beginning of a formula, full-width forms included.
const risky = String.raw`[=+\-@\t\r＝＋－＠]`
// Where a cell begins: also after a semicolon or a line end within it, at which spreadsheets of many countries cut a line.
const begins = String.raw`(^|[;\n][ \t]*)`

const unsafe = new RegExp(`${begins}('*${risky})`, 'g')
const made = new RegExp(`${begins}'('*${risky})`, 'g')

/** A text as a cell that no spreadsheet takes for a formula: an apostrophe is put before what would begin one. `fromSpreadsheet` takes it off again, exactly. Pure. */
export function forSpreadsheet(text: string): string {
  return text.replace(unsafe, "$1'$2")
}

/** The text of a cell that `forSpreadsheet` made, or somebody who knows the habit. Pure. */
export function fromSpreadsheet(cell: string): string {
  return cell.replace(made, '$1$2')
}

const mostBytes = 75

/** One line in pieces of at most 75 bytes, never in the middle of a character; pieces after the first count the space in front of them. */
function pieces(line: string): string[] {
  const all: string[] = []
  let piece = ''
  let bytes = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > mostBytes) {
      all.push(piece)
      piece = ''
      bytes = 1
    }
    piece += character
    bytes += size
  }
  return [...all, piece]
}

/** An iCalendar whose long lines are folded at 75 bytes, as RFC 5545 (3.1) has it; the package folds at 75 characters, which is three times as much in Chinese. */
export function foldedByBytes(calendar: string): string {
  return calendar
    .replaceAll('\r\n\t', '')
    .split('\r\n')
    .map((line) => pieces(line).join('\r\n '))
    .join('\r\n')
}

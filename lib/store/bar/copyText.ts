import type { BarBatch, BarInput } from './input'

/** Bytes of a piece: enough for the server to be busy with while the next listing is worked out. */
const pieceBytes = 1 << 20
/** No character of a text takes more bytes of UTF-8 for each of its units. */
const bytesPerUnit = 3

const special = /[\\\t\n\r]/
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** A value of the text format of COPY: what would end a column or a line is escaped. */
export function copyValue(text: string): string {
  return special.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character) : text
}

// The sessions of many listings end at the same moments, and writing one out costs as much as the rest of a row.
function momentTexts(): (moment: Date) => string {
  const known = new Map<number, string>()
  return (moment) => {
    const at = moment.getTime()
    const text = known.get(at) ?? moment.toISOString()
    known.set(at, text)
    return text
  }
}

/** The columns that `copyText` writes, in its order. */
export const copiedColumns = ['listing_id', 'session', 'open', 'high', 'low', 'close', 'volume', 'settled', 'as_of']
/** The columns after them when each row tells its source. */
export const sourceColumns = ['feed', 'feed_symbol', 'fetched_at']

/** The line of a bar: its columns session, open, high, low, close, volume, settled and as_of between what is before and after them. */
function lineOf(before: string, bar: BarInput, asOf: string, after: string): string {
  const { session, open, high, low, close, volume, settled } = bar
  const prices = `${copyValue(open)}\t${copyValue(high)}\t${copyValue(low)}\t${copyValue(close)}`
  return `${before}${copyValue(session)}\t${prices}\t${volume ?? '\\N'}${settled ? '\tt\t' : '\tf\t'}${asOf}${after}`
}

/**
 * The rows of all batches in the text format of COPY, in pieces of its bytes, made as they are asked for: so a piece is written while the server reads the one before. With `withSource` each
 * row ends with its source. Line by line into the bytes: one long text made of a million small ones costs twice as much. Throws a RangeError for a moment that is none.
 */
export function* copyText(batches: readonly BarBatch[], { withSource }: { readonly withSource: boolean }) {
  const momentText = momentTexts()
  let piece = Buffer.allocUnsafe(pieceBytes)
  let used = 0
  for (const { listingId, bars, source } of batches) {
    const { feed, feedSymbol, fetchedAt } = source
    const before = `${listingId}\t`
    const after = withSource ? `\t${copyValue(feed)}\t${copyValue(feedSymbol)}\t${fetchedAt.toISOString()}\n` : '\n'
    for (const bar of bars) {
      const line = lineOf(before, bar, momentText(bar.asOf), after)
      const most = line.length * bytesPerUnit
      if (used + most > piece.length) {
        if (used > 0) yield piece.subarray(0, used)
        piece = Buffer.allocUnsafe(Math.max(pieceBytes, most))
        used = 0
      }
      used += piece.write(line, used)
    }
  }
  if (used > 0) yield piece.subarray(0, used)
}

import type { BarBatch, BarInput } from './input'

/** Characters of a piece: enough for the server to be busy with while the next listing is worked out. */
const pieceLength = 1 << 20

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

/** A bar as the columns session, open, high, low, close, volume, settled, as_of. */
function barColumns(bar: BarInput, momentText: (moment: Date) => string): string {
  const prices = `${copyValue(bar.open)}\t${copyValue(bar.high)}\t${copyValue(bar.low)}\t${copyValue(bar.close)}`
  const volume = bar.volume === null ? '\\N' : bar.volume
  return `${copyValue(bar.session)}\t${prices}\t${volume}\t${bar.settled ? 't' : 'f'}\t${momentText(bar.asOf)}`
}

/** The columns that `copyText` writes, in its order. */
export const copiedColumns = ['listing_id', 'session', 'open', 'high', 'low', 'close', 'volume', 'settled', 'as_of']
/** The columns after them when each row tells its source. */
export const sourceColumns = ['feed', 'feed_symbol', 'fetched_at']

/**
 * The rows of all batches in the text format of COPY, in pieces, made as they are asked for: so a piece is written while the server reads the one before. With `withSource` each row ends
 * with its source. Throws a RangeError for a moment that is none.
 */
export function* copyText(batches: readonly BarBatch[], { withSource }: { readonly withSource: boolean }) {
  const momentText = momentTexts()
  let piece = ''
  for (const { listingId, bars, source } of batches) {
    const { feed, feedSymbol, fetchedAt } = source
    const origin = withSource ? `\t${copyValue(feed)}\t${copyValue(feedSymbol)}\t${fetchedAt.toISOString()}\n` : '\n'
    for (const bar of bars) {
      piece += `${listingId}\t${barColumns(bar, momentText)}${origin}`
      if (piece.length < pieceLength) continue
      yield piece
      piece = ''
    }
  }
  if (piece !== '') yield piece
}

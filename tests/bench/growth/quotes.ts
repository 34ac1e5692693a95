import { isOpen, sessionClose, sessionOpen } from '@/lib/market/sessions'
import { type MadeListing, madeSessions, type Piece } from './bars'
import { Lines } from './lines'
import { Walks } from './walk'

const stepMs = 15_000

/**
 * The live prices of `listings` as lines for COPY into `quote`: one every 15 seconds of the last `sessions` sessions, in the order of time. One piece a session of each exchange.
 */
export function* quoteLines(
  listings: readonly MadeListing[],
  { sessions, seed }: { readonly sessions: number; readonly seed: number },
): Generator<Piece> {
  const walks = new Walks(listings.length, seed)
  const mics = [...new Set(listings.map(({ mic }) => mic))]
  const all = mics
    .flatMap((mic) =>
      madeSessions(mic, sessions).map((session) => ({ mic, session, opens: sessionOpen(mic, session) })),
    )
    .sort((a, b) => a.opens.getTime() - b.opens.getTime())
  const starts = listings.map(({ id }) => Buffer.from(`${id}\t`))
  const sources = listings.map(({ symbol }) => Buffer.from(`yahoo\t${symbol}\t`))
  const lines = new Lines()
  for (const { mic, session, opens } of all) {
    const closes = sessionClose(mic, session)
    for (let at = opens.getTime(); at < closes.getTime(); at += stepMs) {
      if (!isOpen(mic, new Date(at))) continue
      const text = new Date(at).toISOString()
      const [moment, end] = [Buffer.from(`${text}\t`), Buffer.from(`${text}\n`)]
      for (const [index, listing] of listings.entries()) {
        const [start, source] = [starts[index], sources[index]]
        if (listing.mic !== mic || start === undefined || source === undefined) continue
        const { open, high, low, close, volume } = walks.next(index)
        lines
          .put(start)
          .put(moment)
          .hundredths(close)
          .hundredths(open)
          .hundredths(high)
          .hundredths(low)
          .hundredths(open)
        lines.whole(volume).put(source).put(end).endRow()
      }
    }
    yield lines.take()
  }
}

import { sessionOpen, sessionsBetween } from '@/lib/market/sessions'

/** How many bars, and of how many listings. */
export interface IngestSize {
  readonly listings: number
  readonly sessions: number
}

export const mic = 'XNAS'
/** After the last session of the answers. */
export const now = new Date('2026-11-01T00:00:00Z')
const last = '2026-10-30'

export const symbolOf = (listing: number) => `BENCH${listing}`

/** The same numbers in every run, between 0 and 1 (a linear congruential generator). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** A price in cents with the noise of a 32-bit float, as Yahoo sends it. */
const noisy = (price: number) => Math.fround(Math.round(price * 100) / 100)

/**
 * Yahoo's answer for the whole series of a listing, as text. With `corrected` one bar in a hundred has other figures: a close a cent higher, and a volume of one share more.
 */
export function chartText(listing: number, { sessions: count }: IngestSize, corrected: boolean): string {
  const random = numbers(listing + 1)
  const sessions = sessionsBetween(mic, '2015-01-02', last).slice(-count)
  const quote = { open: [], high: [], low: [], close: [], volume: [] } as Record<string, number[]>
  let price = 50 + 100 * random()
  for (const i of sessions.keys()) {
    const open = price
    // Drawn back to 100, or the series would leave the range of prices.
    price *= 1 + (random() - 0.5) * 0.04 + (100 - price) * 0.0002
    const other = corrected && i % 100 === 7 ? 1 : 0
    quote.open?.push(noisy(open))
    quote.high?.push(noisy(Math.max(open, price) * 1.01))
    quote.low?.push(noisy(Math.min(open, price) * 0.99))
    quote.close?.push(noisy(price + other / 100))
    quote.volume?.push(Math.floor(random() * 1e8) + other)
  }
  const symbol = symbolOf(listing)
  const meta = { symbol, currency: 'USD', exchangeTimezoneName: 'America/New_York', dataGranularity: '1d' }
  const timestamp = sessions.map((session) => sessionOpen(mic, session).getTime() / 1000)
  return JSON.stringify({ chart: { result: [{ meta, timestamp, indicators: { quote: [quote] } }], error: null } })
}

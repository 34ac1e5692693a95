/** A symbol of this feed: its number of the market, and the code there. */
export interface Secid {
  readonly market: number
  readonly code: string
}

/** 0 Shenzhen and Beijing, 1 Shanghai, 105 Nasdaq, 106 New York, 107 NYSE American, 116 Hong Kong. */
const markets = [0, 1, 105, 106, 107, 116]

/** `1.688256` as market and code; null for what is none of the markets above. */
export function readSecid(text: string): Secid | null {
  const [, market, code] = /^(\d{1,3})\.([0-9A-Za-z_.-]{1,16})$/.exec(text) ?? []
  if (market === undefined || code === undefined || !markets.includes(Number(market))) return null
  return { market: Number(market), code }
}

/**
 * Shares to one unit of volume: lots of 100 for everything of the mainland, indices and the STAR market too; elsewhere
 * single shares.
 */
export function lotOf({ market }: Secid): number {
  return market <= 1 ? 100 : 1
}

/** The topics of a listing's own figures; none for a page that is set to a moment in the past. */
export function listingTopics(symbol: string, asOf: string | null): string[] {
  return asOf === null ? [`quotes:${symbol}`, `bars:${symbol}`] : []
}

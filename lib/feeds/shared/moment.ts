/** The earlier of two moments. What a feed has told us is public by then, so a cautious estimate of when it became known never lies after the fetch. */
export function notAfter(moment: Date, fetchedAt: Date): Date {
  return moment < fetchedAt ? moment : fetchedAt
}

/** Where in the log of live changes a reader stands: everything of transactions below `horizon` was told, as of `at`. */
export interface EventId {
  readonly horizon: bigint
  readonly at: Date
}

/** An id as it is sent: `812345-1795500000`, horizon and epoch seconds. Pure. */
export function eventIdText({ horizon, at }: EventId): string {
  return `${horizon}-${Math.floor(at.getTime() / 1000)}`
}

/** Reads an id a reader sends back; null for what is none of ours. Pure. */
export function parseEventId(text: string | null | undefined): EventId | null {
  const [, horizon, seconds] = /^(\d{1,18})-(\d{1,11})$/.exec(text ?? '') ?? []
  if (horizon === undefined || seconds === undefined) return null
  return { horizon: BigInt(horizon), at: new Date(Number(seconds) * 1000) }
}

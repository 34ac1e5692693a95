/** Where in the log of live changes a reader stands: everything of transactions below `horizon` was told, as of `at`. */
export interface EventId {
  readonly horizon: bigint
  readonly at: Date
  /** Where a replica is read from: how far it must be for what was told to be seen there, as a position in the primary's log. */
  readonly position?: bigint | undefined
}

/** An id as it is sent: `812345-1795500000`, horizon and epoch seconds, with a position `812345-1795500000-23456789`. Pure. */
export function eventIdText({ horizon, at, position }: EventId): string {
  const text = `${horizon}-${Math.floor(at.getTime() / 1000)}`
  return position === undefined ? text : `${text}-${position}`
}

/** Reads an id a reader sends back; null for what is none of ours. Pure. */
export function parseEventId(text: string | null | undefined): EventId | null {
  const [, horizon, seconds, position] = /^(\d{1,18})-(\d{1,11})(?:-(\d{1,18}))?$/.exec(text ?? '') ?? []
  if (horizon === undefined || seconds === undefined) return null
  const stand = { horizon: BigInt(horizon), at: new Date(Number(seconds) * 1000) }
  return position === undefined ? stand : { ...stand, position: BigInt(position) }
}

/** A figure to 6 significant digits: what stays the same however it was summed. */
export function digits(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(6)) : 0
}

/** The later of some moments. */
export function latestOf(...moments: readonly Date[]): Date {
  return new Date(Math.max(...moments.map((moment) => moment.getTime())))
}

/** One line on standard output, with the time in UTC. */
export function log(message: string, now = new Date()): void {
  console.log(`${now.toISOString().slice(0, 19)}Z ${message}`)
}

/** The message of whatever was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

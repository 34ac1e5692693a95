import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder of recorded exchanges beside the checkout. */
export const recordings = fileURLToPath(new URL('../../../../shared', import.meta.url))

/** Whether it is there; tests of recordings are skipped where it is not, and say so. */
export const haveRecordings = existsSync(`${recordings}/feeds/README.md`)
if (!haveRecordings) console.warn(`recorded feeds: skipped, there is no ${recordings}/feeds`)

/** A recorded file as text. */
export function recorded(path: string): string {
  return readFileSync(`${recordings}/${path}`, 'utf8')
}

/** Status and body of a recorded HTTP exchange, as JSON text. */
export function recordedExchange(path: string): { status: number; body: string } {
  const { response }: { response: { status: number; bodyJson: unknown } } = JSON.parse(recorded(path))
  return { status: response.status, body: JSON.stringify(response.bodyJson) }
}

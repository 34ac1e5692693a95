import type { Running } from './bringUp'
import { errorText } from './endWith'
import { say } from './report'

/** How long a part may take to finish what it does, in milliseconds. */
const patienceMs = 7_000
/** After a second Ctrl-C the launcher itself is gone after this long, whatever still holds it. */
const lastResortMs = 10_000

/** Stops what runs, the last one first: worker, web, then the database. Resolves when all are gone; throws what went wrong at the end. */
export async function stopAll({ parts, database }: Running): Promise<void> {
  for (const part of [...parts].reverse()) await part.stop(patienceMs)
  await database?.stop()
}

/** Ends the parts without asking and stops the database at once, which also ends a step that waits for it. */
export function hurry({ parts, database }: Running): void {
  for (const part of parts) part.kill()
  database?.stop().catch((error: unknown) => say(errorText(error)))
  setTimeout(() => process.exit(1), lastResortMs).unref()
}

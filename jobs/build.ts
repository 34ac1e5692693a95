/** `npm run build`: generates the database client and builds the pages, each when it is missing or not of these sources. */
import { ensureClient } from './build/client'
import { ensureBuild } from './build/ensureBuild'
import { durationText, say } from './start/report'

const begun = performance.now()
try {
  if (await ensureClient(process.cwd())) say('Database client generated')
  const outcome = await ensureBuild()
  say(`Pages ${outcome} (${durationText(performance.now() - begun)})`)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

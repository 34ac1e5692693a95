import type { Settings } from '@/lib/settings'
import { sessionSecret } from '@/lib/settings/sessionSecret'
import { openStore } from '@/lib/store/connection/store'
import { ensureBuild } from '../build/ensureBuild'
import { bringUpDatabase } from './database'
import type { Database } from './embedded'
import { firstAdminLink } from './firstAdmin'
import { type Part, startPart } from './part'
import { migrateDatabase, seedDatabase } from './prepare'
import { beginStep, type Outcome, step } from './report'

/** Everything a start has brought up so far, in order; filled while it comes up, so that a stop in between finds what is there. */
export interface Running {
  database: Database | null
  readonly parts: Part[]
}

/**
 * Brings up database, migrations, seed, build, web and worker into `running`; their lines come in this order, while seed, build and web
 * overlap. Resolves when the pages can be opened, with the line that tells where the first admin is made (null when there is one). An abort of `stop` ends it between two steps, and a build at once (the reason is
 * thrown). `onFailed` is called when a part failed too often later.
 */
export async function bringUp(
  settings: Settings,
  running: Running,
  stop: AbortSignal,
  onFailed: (reason: Error) => void,
): Promise<string | null> {
  const database = await step('database', async () => {
    running.database = await bringUpDatabase(settings)
    return { value: running.database, said: running.database.said }
  })
  database.watch(() => {
    for (const part of running.parts) part.renew()
  }, onFailed)
  stop.throwIfAborted()

  const store = openStore(settings.DATABASE_DIRECT_URL ?? database.url(), { max: 2, applicationName: 'tidemark start' })
  await step('migrations', () => migrateDatabase(store))
  stop.throwIfAborted()
  const firstAdmin = await firstAdminLink(store, settings, new Date())
  const seed = beginStep('seed', () => seedDatabase(store, new Date()).finally(() => store.close()))
  // A failed seed must not wait for a long build to be told.
  seed.value.catch(onFailed)
  const build = beginStep('build', () => buildPages(stop), seed)
  await build.value

  // The parts see every database as one that is elsewhere, and could not tell that this is one machine.
  const secret = sessionSecret(settings)
  const start = (name: string) => {
    stop.throwIfAborted()
    const part = startPart({ name, env: () => ({ DATABASE_URL: database.url(), SESSION_SECRET: secret }) })
    running.parts.push(part)
    return part
  }
  const web = beginStep('web', () => readyPart(start('web'), stop, onFailed), build)
  await web.reported
  await step('worker', async () => {
    const part = start('worker')
    part.keep(onFailed)
    const { pid } = part.current()
    return { value: part, said: settings.REFRESH ? `process ${pid}` : `process ${pid}, idle: REFRESH is off` }
  })
  return firstAdmin
}

async function buildPages(stop: AbortSignal): Promise<Outcome<string>> {
  const outcome = await ensureBuild(process.cwd(), stop)
  return { value: outcome, said: outcome }
}

async function readyPart(part: Part, stop: AbortSignal, onFailed: (reason: Error) => void): Promise<Outcome<Part>> {
  await Promise.race([part.current().ready, aborted(stop)])
  part.keep(onFailed)
  return { value: part, said: `process ${part.current().pid}` }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

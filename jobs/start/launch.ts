import { readSettings, type Settings } from '@/lib/settings'
import { sessionSecret } from '@/lib/settings/sessionSecret'
import { ensureClient } from '../build/client'
import { siteUrl } from './address'
import type { Running } from './bringUp'
import { errorText } from './endWith'
import { type StartLock, takeStartLock } from './lock'
import { watchNpm } from './npmProcesses'
import { requirePort } from './portCheck'
import { durationText, say, step, surviveClosedTerminal } from './report'
import { hurry, stopAll } from './stopAll'
import { onStop } from './stopSignals'

// After a kill of the launcher its web process is still leaving the port; on a machine that is busy with other things that takes its time.
const patienceForOrphanMs = 15_000
const patienceForLeavingMs = 20_000

async function admit(): Promise<{ settings: Settings; lock: StartLock }> {
  const settings = await step('settings', async () => {
    const value = readSettings()
    sessionSecret(value)
    return { value, said: value.DATABASE_URL ? 'checked' : `checked; data in ${value.DATA_DIR}` }
  })
  const lock = await takeStartLock(settings.DATA_DIR, siteUrl(settings), patienceForLeavingMs)
  try {
    await step('port', async () => {
      await requirePort(settings.HOST, settings.PORT, lock.wasStale ? patienceForOrphanMs : 0)
      const before = lock.wasStale ? '; the start before this one had been killed' : ''
      return { value: null, said: `${settings.HOST}:${settings.PORT} is free${before}` }
    })
  } catch (error) {
    lock.release()
    throw error
  }
  return { settings, lock }
}

/**
 * Brings everything up, keeps it up and ends with it: the process exits with 0 when it was told to stop, with 1 when something could
 * not be brought up or failed too often.
 */
export async function launch(): Promise<void> {
  surviveClosedTerminal()
  const { settings, lock } = await admit()
  const running: Running = { database: null, parts: [] }
  const stop = new AbortController()
  let failure: unknown = null
  const onFailed = (reason: unknown) => {
    failure ??= reason
    stop.abort(reason)
  }
  stop.signal.addEventListener('abort', () => lock.leave(), { once: true })
  watchNpm(() => stop.abort(new Error('npm was killed')))
  onStop(
    async () => {
      say('Stopping…')
      stop.abort(new Error('told to stop'))
    },
    () => {
      say('Stopping at once…')
      hurry(running)
    },
  )
  const stopped = new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve(), { once: true }))
  try {
    // Only now: these need the generated database client.
    if (await ensureClient(process.cwd())) say('  the database client was generated')
    const { bringUp } = await import('./bringUp')
    const firstAdmin = await bringUp(settings, running, stop.signal, onFailed)
    say(`Ready after ${durationText(performance.now())}: ${siteUrl(settings)}   (Ctrl-C stops everything)`)
    if (firstAdmin !== null) say(firstAdmin)
    await stopped
  } catch (error) {
    if (!stop.signal.aborted) failure ??= error
  }
  if (failure !== null) say(errorText(failure))
  await stopAll(running).catch((error: unknown) => {
    failure ??= error
    say(errorText(error))
  })
  lock.release()
  say('Stopped.')
  process.exit(failure === null ? 0 : 1)
}

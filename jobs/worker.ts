/**
 * `npm run worker`: runs what was missed at once, then each job at its time, until it is told to stop. Once a minute it looks for slots nobody ran; what an
 * admin asks for it does at once, also with REFRESH=off, which stops only what nobody asks for.
 *
 * A slot is elected by the row of its run (`beginRun` inserts the slot id): the same insert serves node-cron's slots, the start and the command line, and says
 * afterwards who did what. node-cron's own `distributed` would need a second table of keys beside it.
 */
import cron from 'node-cron'
import { registeredSources } from '@/lib/ingest/feedContext'
import { feedLimits } from '@/lib/ingest/limits'
import { cronOf, schedule } from '@/lib/ingest/schedule'
import type { RefreshEnvironment } from '@/lib/ingest/sources'
import { readSettings } from '@/lib/settings'
import { openDatabase, requireSchema } from './database'
import { outliveLostConnections } from './lostConnections'
import { surviveClosedTerminal } from './start/report'
import { onStop } from './start/stopSignals'
import { deliveryMeans, keepDelivering } from './worker/alerts'
import { catchUp } from './worker/catchUp'
import { log, reasonOf } from './worker/log'
import { pollQuotes } from './worker/quotes'
import { serveRequests } from './worker/requests'
import { refreshStale, runSlot } from './worker/slots'
import { keepSwept } from './worker/sweep'

/** A slot that comes late (a machine that slept) is still run within this time; node-cron's own limit is a second. */
const lateByMs = 6 * 3_600_000
const patienceMs = 20_000
/** How often a worker looks for slots that were missed, or left by a worker whose lease is over. It costs one query when there are none. */
const lookEveryMs = 60_000

/** Resolves with the reason when the process is told to stop or its launcher is gone. */
function toldToStop(): Promise<string> {
  return new Promise((resolve) => {
    onStop(async (why) => resolve(why === 'orphan' ? 'the launcher is gone' : 'told to'))
  })
}

async function work(env: RefreshEnvironment, quotesEveryMs: number): Promise<() => Promise<unknown>> {
  const running = new Set<Promise<void>>()
  const track = (job: Promise<void>): Promise<void> => {
    running.add(job)
    return job.finally(() => running.delete(job))
  }
  const tasks = schedule.map((job) =>
    cron.schedule(cronOf(job), ({ date }) => track(runSlot(env, job, date)), {
      name: job.id,
      timezone: job.timeZone,
      noOverlap: true,
      missedExecutionTolerance: lateByMs,
    }),
  )
  const next = tasks.map((task) => `${task.name} ${task.getNextRun()?.toISOString().slice(0, 16) ?? 'never'}Z`)
  log(`scheduled: ${next.join(', ')}`)
  let looking = true
  const first = async () => {
    await catchUp(env, schedule)
    await refreshStale(env)
    looking = false
  }
  const look = async () => {
    if (looking) return
    looking = true
    await catchUp(env, schedule)
    looking = false
  }
  void track(first())
  const looks = setInterval(() => void track(look()), lookEveryMs)
  const ends = [pollQuotes(env, quotesEveryMs), keepSwept(env)]
  return async () => {
    clearInterval(looks)
    await Promise.all(ends.map((end) => end()))
    await Promise.all(tasks.map((task) => task.destroy()))
    await Promise.all(running)
  }
}

async function main(): Promise<number> {
  // A launcher that was killed reads our log no more: what is begun is ended in order all the same.
  surviveClosedTerminal()
  outliveLostConnections()
  const stop = toldToStop()
  // Keeps the process alive when nothing is scheduled; signals do not.
  const alive = setInterval(() => undefined, 60_000)
  try {
    const settings = readSettings()
    const database = await openDatabase(settings, { applicationName: 'tidemark worker', max: 5 })
    try {
      await requireSchema(database.store)
      const control = new AbortController()
      const who = { store: database.store, actor: 'worker', clock: () => new Date() }
      const sources = registeredSources(settings, feedLimits(who))
      // A person asks: of a feed whose breaker is open the first request is let through all the same.
      const asked = () => ({
        ...who,
        sources: registeredSources(settings, feedLimits({ ...who, insist: true })),
        signal: control.signal,
      })
      if (!settings.REFRESH) log('refreshing is off (REFRESH=off): only what an admin asks for is done')
      const env = { ...who, sources, signal: control.signal }
      const scheduled = settings.REFRESH ? await work(env, settings.QUOTES_EVERY * 1000) : null
      const serving = serveRequests(asked, control.signal)
      const endAlerts = keepDelivering(database.store, 'worker', deliveryMeans(settings, who.clock))
      process.send?.('ready')
      log(`stopping: ${await stop}`)
      control.abort(new Error('the worker was told to stop'))
      const late = setTimeout(() => {
        log(`a job did not end within ${patienceMs / 1000} s`)
        process.exit(1)
      }, patienceMs)
      await Promise.all([scheduled?.(), serving, endAlerts()])
      clearTimeout(late)
    } finally {
      await database.release()
    }
    return 0
  } catch (error) {
    console.error(`The worker could not go on: ${reasonOf(error)}`)
    return 1
  } finally {
    clearInterval(alive)
  }
}

process.exitCode = await main()
// The channel to a launcher would keep the process.
if (process.connected) process.disconnect()

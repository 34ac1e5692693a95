/** `npm run refresh`: one refresh now. Exit 0 also when feeds failed, 1 when the store failed, 2 for a command line that cannot be meant, 130 on Ctrl-C. */
import { randomUUID } from 'node:crypto'
import { assertFillable, BackfillRangeError } from '@/lib/ingest/backfill'
import { registeredSources } from '@/lib/ingest/feedContext'
import { feedLimits } from '@/lib/ingest/limits'
import { runRefresh } from '@/lib/ingest/refresh'
import type { RefreshResult } from '@/lib/ingest/result'
import { readSettings, SettingsError } from '@/lib/settings'
import { listListings } from '@/lib/store/listing/list'
import { type OpenDatabase, openDatabase, requireSchema } from './database'
import { type RefreshOptions, refreshOptions, UsageError } from './refresh/options'
import { jsonSummary, overallOutcome, textSummary } from './refresh/summary'
import { onStop } from './start/stopSignals'
import { terminalProgress } from './terminalProgress'

const interruptedExitCode = 130

async function checkListing({ store }: OpenDatabase, { listing, from, jobs }: RefreshOptions): Promise<void> {
  const listings = await listListings(store.sql)
  const wanted = listings.filter(({ symbol }) => listing === undefined || symbol === listing)
  if (listing !== undefined && wanted.length === 0) {
    const symbols = listings.map(({ symbol }) => symbol).join(', ') || 'none yet'
    throw new UsageError(`--listing ${listing}: there is no such listing; there are ${symbols}`)
  }
  if (from === undefined || !jobs.includes('bars')) return
  for (const each of wanted) assertFillable(each, from)
}

async function refresh(options: RefreshOptions, signal: AbortSignal): Promise<RefreshResult[]> {
  const settings = readSettings()
  const database = await openDatabase(settings, { applicationName: 'tidemark refresh', max: 3 })
  const progress = terminalProgress(process.stderr.isTTY === true && !options.json)
  try {
    await requireSchema(database.store)
    await checkListing(database, options)
    const who = { store: database.store, actor: 'refresh', clock: () => new Date() }
    // A person asks: of a feed whose breaker is open the first request is let through all the same.
    const env = { ...who, sources: registeredSources(settings, feedLimits({ ...who, insist: true })), signal }
    const results: RefreshResult[] = []
    for (const job of options.jobs) {
      if (signal.aborted) break
      const result = await runRefresh(env, {
        job,
        slotId: `cli:${randomUUID()}`,
        trigger: 'cli',
        ...(options.listing === undefined ? {} : { symbols: [options.listing] }),
        ...(options.from === undefined ? {} : { from: options.from }),
        onProgress: ({ next, done, total }) => progress.show(`${job} ${next ?? ''}`, done, total),
      })
      if (result) results.push(result)
    }
    return results
  } finally {
    progress.end()
    await database.release()
  }
}

/** Aborts at the first Ctrl-C or SIGTERM, so that the step under way is finished; ends the process at the next one. */
function endOnInterrupt(): AbortSignal {
  const control = new AbortController()
  const end = async () => control.abort(new Error('ended by the user'))
  onStop(end, () => process.exit(interruptedExitCode))
  return control.signal
}

async function main(): Promise<number> {
  const signal = endOnInterrupt()
  try {
    const options = refreshOptions(process.argv.slice(2), new Date().toISOString().slice(0, 10))
    const results = await refresh(options, signal)
    console.log(options.json ? jsonSummary(results) : textSummary(results))
    return overallOutcome(results) === 'interrupted' || signal.aborted ? interruptedExitCode : 0
  } catch (error) {
    if (error instanceof UsageError || error instanceof SettingsError || error instanceof BackfillRangeError) {
      console.error(error.message)
      return 2
    }
    console.error(`The refresh could not go on: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  }
}

process.exitCode = await main()

import { Registry } from 'prom-client'
import { mics } from '@/lib/market/exchange'
import { processMetrics } from '@/lib/operation/metrics'
import { connectionCounts } from '@/lib/store/connection/activity'
import type { Store } from '@/lib/store/connection/store'
import { queueDepths } from '@/lib/store/queue/depth'
import { countAttempts, countRuns } from '@/lib/store/run/figures'
import { refreshAlarms } from '../alarms/view'
import { feedsView } from '../feeds/view'
import { version } from '../health/version'
import { listingsView } from '../listings/view'
import { addMeasure, type Measured } from './measure'

function measure(registry: Registry, name: string, help: string, values: Measured['values']): void {
  addMeasure(registry, { name, help, values })
}

const ageStates = ['fresh', 'behind', 'unknown'] as const

async function addSeries(registry: Registry, store: Store, now: Date): Promise<void> {
  const { items } = await listingsView(store, now)
  const labelled = items.map(({ symbol, mic, series }) => ({ labels: { listing: symbol, mic }, series }))
  measure(
    registry,
    'series_sessions_behind',
    'Sessions of the exchange that are due and not there; no value when it cannot be counted',
    labelled.flatMap(({ labels, series: { age } }) =>
      age.sessionsBehind === null ? [] : [{ labels, value: age.sessionsBehind }],
    ),
  )
  measure(
    registry,
    'series_age_state',
    '1 for the state of each series in market time',
    labelled.flatMap(({ labels, series: { age } }) =>
      ageStates.map((state) => ({ labels: { ...labels, state }, value: age.state === state ? 1 : 0 })),
    ),
  )
  measure(
    registry,
    'series_as_of_timestamp_seconds',
    'Moment the newest settled figure stands for',
    labelled.flatMap(({ labels, series: { asOf } }) =>
      asOf === null ? [] : [{ labels, value: Date.parse(asOf) / 1000 }],
    ),
  )
}

async function addFeeds(registry: Registry, store: Store, now: Date): Promise<void> {
  const [attempts, { items }] = await Promise.all([countAttempts(store.sql), feedsView(store, now)])
  measure(
    registry,
    'feed_attempts_total',
    'Stored attempts by feed, outcome and error class',
    attempts.map(({ feed, outcome, errorClass, attempts: value }) => ({
      labels: { feed, outcome, class: errorClass },
      value,
    })),
  )
  measure(
    registry,
    'feed_breaker_open',
    '1 while a feed is not asked because it failed too often',
    items.map(({ id, breaker }) => ({ labels: { feed: id }, value: breaker === 'open' ? 1 : 0 })),
  )
  measure(
    registry,
    'feed_failures_in_a_row',
    'Attempts that failed since the last one that did not',
    items.map(({ id, failuresInARow }) => ({ labels: { feed: id }, value: failuresInARow })),
  )
  measure(
    registry,
    'feed_last_success_timestamp_seconds',
    'Start of the last attempt that did not fail',
    items.flatMap(({ id, lastSuccessAt }) =>
      lastSuccessAt === null ? [] : [{ labels: { feed: id }, value: Date.parse(lastSuccessAt) / 1000 }],
    ),
  )
}

async function addRuns(registry: Registry, { sql }: Store): Promise<void> {
  const runs = (await countRuns(sql)).map(({ job, outcome, ...run }) => ({ labels: { job, outcome }, ...run }))
  const add = (name: string, help: string, figure: (run: (typeof runs)[number]) => number) =>
    measure(
      registry,
      name,
      help,
      runs.map((run) => ({ labels: run.labels, value: figure(run) })),
    )
  add('runs_total', 'Stored runs that ended, by job and outcome', (run) => run.runs)
  add('run_seconds_total', 'Time of these runs together', (run) => run.seconds)
  add('run_last_seconds', 'Time of the newest of these runs', (run) => run.lastSeconds)
  add('run_last_end_timestamp_seconds', 'End of the newest of these runs', (run) => run.lastFinishedAt.getTime() / 1000)
}

const queues = [
  ['refresh_request', 'waiting'],
  ['refresh_request', 'running'],
  ['delivery', 'waiting'],
  ['delivery', 'sending'],
] as const

async function addQueues(registry: Registry, { sql }: Store, now: Date): Promise<void> {
  const depths = await queueDepths(sql)
  const of = queues.map(([queue, state]) => ({
    labels: { queue, state },
    depth: depths.find((one) => one.queue === queue && one.state === state),
  }))
  measure(
    registry,
    'queue_rows',
    'Work that waits or is being done',
    of.map(({ labels, depth }) => ({ labels, value: depth?.rows ?? 0 })),
  )
  measure(
    registry,
    'queue_oldest_seconds',
    'Age of the oldest of it; 0 when there is none',
    of.map(({ labels, depth }) => ({
      labels,
      value: depth ? Math.max(0, (now.getTime() - depth.oldestAt.getTime()) / 1000) : 0,
    })),
  )
}

async function addDatabase(registry: Registry, { sql }: Store): Promise<void> {
  const begun = performance.now()
  const { counts, most } = await connectionCounts(sql)
  measure(registry, 'database_answer_seconds', 'Time of one small query, its wait for a free connection included', [
    { value: (performance.now() - begun) / 1000 },
  ])
  measure(
    registry,
    'database_connections',
    'Connections of our programs to the database',
    counts.map(({ application, state, connections }) => ({ labels: { application, state }, value: connections })),
  )
  measure(registry, 'database_connections_max', 'Connections the server admits to all of its databases', [
    { value: most },
  ])
}

/** Nothing where there is no replica. */
function addReplica(registry: Registry, { replica }: Store): void {
  if (replica === undefined) return
  const { state, lagMs, readings, repeated } = replica.status
  measure(registry, 'replica_in_use', '1 while this process reads from the replica', [
    { value: state === 'in use' ? 1 : 0 },
  ])
  measure(registry, 'replica_lag_seconds', 'Age of the oldest change that the replica lacks, when it last answered', [
    { value: lagMs / 1000 },
  ])
  measure(
    registry,
    'replica_readings_total',
    'Requests of this process that only read, by where they began to read',
    Object.entries(readings).map(([from, value]) => ({ labels: { from }, value })),
  )
  measure(
    registry,
    'replica_reads_repeated_total',
    'Reads that failed on the replica and were repeated on the primary',
    [{ value: repeated }],
  )
}

async function addAlarms(registry: Registry, store: Store, now: Date): Promise<void> {
  const alarmed = new Set((await refreshAlarms(store, now)).map(({ mic }) => mic))
  measure(
    registry,
    'refresh_alarm',
    '1 for an exchange of which no refresh has brought prices since its last due session closed',
    mics.map((mic) => ({ labels: { mic }, value: alarmed.has(mic) ? 1 : 0 })),
  )
}

/**
 * What is measured at `now`, in Prometheus's text format: this process's own figures, then those of the store, which every web process tells alike. With
 * `refreshing` false nobody is alarmed about prices that are not refreshed. Throws when the store does not answer.
 */
export async function metricsText(
  store: Store,
  { now, refreshing }: { now: Date; refreshing: boolean },
): Promise<string> {
  const registry = new Registry()
  // The database first: its time is to be that of a query alone.
  await addDatabase(registry, store)
  await Promise.all([
    addSeries(registry, store, now),
    addFeeds(registry, store, now),
    addRuns(registry, store),
    addQueues(registry, store, now),
    ...(refreshing ? [addAlarms(registry, store, now)] : []),
  ])
  addReplica(registry, store)
  measure(registry, 'build_info', 'Always 1, with the version of the program', [{ labels: { version }, value: 1 }])
  return Registry.merge([processMetrics, registry]).metrics()
}

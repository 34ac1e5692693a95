import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedStore } from '@/jobs/seed'
import { contextAt, type FreshStore, freshStore } from '../database/fresh'
import { everyOrigin } from '../fault/process'
import { startStandin } from '../standin'
import { laterSessions } from './laterSessions'

const kills = 50
let store: FreshStore
let standin: Awaited<ReturnType<typeof startStandin>>

beforeAll(async () => {
  store = await freshStore()
  await seedStore(store, contextAt('2026-08-01T00:00:00Z'))
  standin = await startStandin({ data: { listings: await laterSessions(store, '2026-10-30') } })
})
afterAll(async () => {
  await standin.close()
  await store.close()
})

function startRefresh() {
  return spawn(process.execPath, ['--import', 'tsx', 'jobs/refresh.ts', '--job', 'bars', '--json'], {
    env: { ...process.env, DATABASE_URL: store.url, ...everyOrigin(standin.origin) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** Everything a refresh writes that is no fetch time and no run id, a line a row. */
async function exported(): Promise<string[]> {
  const rows = await store.sql<{ line: string }[]>`
    SELECT concat_ws(' ', l.symbol, b.session, b.open, b.high, b.low, b.close, b.volume, b.settled, b.feed, b.as_of) AS line
    FROM bar b JOIN listing l ON l.id = b.listing_id
    UNION ALL SELECT concat_ws(' ', 'action', l.symbol, a.ex_date, a.kind, a.ratio_numerator, a.ratio_denominator, a.cash)
    FROM corporate_action a JOIN listing l ON l.id = a.listing_id
    UNION ALL SELECT concat_ws(' ', 'revision', listing_id, session) FROM bar_revision
    UNION ALL SELECT concat_ws(' ', 'quarantine', listing_id, row_key, reason) FROM quarantine
    ORDER BY 1`
  return rows.map(({ line }) => line)
}

/** A worker, which at its start refreshes what is behind; it goes on until it is killed. */
function startWorker() {
  return spawn(process.execPath, ['--import', 'tsx', 'jobs/worker.ts'], {
    env: { ...process.env, DATABASE_URL: store.url, REFRESH: 'on', ...everyOrigin(standin.origin) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** Takes away what feeds brought and every trace of a run: every round meets them as the first did. */
async function forget(): Promise<void> {
  await store.sql`DELETE FROM bar WHERE feed <> 'bundled'`
  await store.sql`TRUNCATE feed_state, refresh_run, refresh_attempt, missing_session, quarantine`
}

/** Listings with some but not all of their later sessions. */
async function halfWritten(): Promise<readonly unknown[]> {
  return store.sql`
    SELECT l.symbol, count(b.session)::int AS later FROM listing l JOIN bar b ON b.listing_id = l.id AND b.feed <> 'bundled'
    GROUP BY l.symbol, l.id HAVING max(b.session) < (SELECT max(session) FROM bar WHERE feed <> 'bundled')
      AND max(b.session) < '2026-10-30'`
}

async function refreshOnce(): Promise<void> {
  expect(await once(startRefresh(), 'exit')).toEqual([0, null])
}

/** How long a worker that nobody disturbs takes until it has stored every listing's later sessions. */
async function undisturbed(wanted: number): Promise<number> {
  await forget()
  const started = performance.now()
  const worker = startWorker()
  for (;;) {
    const [row] = await store.sql<{ bars: number }[]>`SELECT count(*)::int AS bars FROM bar`
    if ((row?.bars ?? 0) >= wanted) break
    if (performance.now() - started > 60_000) throw new Error('the worker stored nothing within a minute')
    await sleep(20)
  }
  worker.kill('SIGKILL')
  await once(worker, 'exit')
  return performance.now() - started
}

test(`${kills} times kill -9 of the worker at a random moment of a refresh: no half range, and one more refresh makes all equal`, async () => {
  await refreshOnce()
  const uninterrupted = await exported()
  const [row] = await store.sql<{ bars: number }[]>`SELECT count(*)::int AS bars FROM bar`
  const milliseconds = await undisturbed(row?.bars ?? 0)
  const rowsSeen = new Set<number>()
  for (let round = 0; round < kills; round++) {
    await forget()
    const child = startWorker()
    const ended = once(child, 'exit')
    await sleep(milliseconds * (0.4 + 0.6 * ((round + Math.random()) / kills)))
    child.kill('SIGKILL')
    await ended
    expect(await halfWritten()).toEqual([])
    rowsSeen.add((await exported()).length)
  }
  // The kills have to have met the refresh at work, or this shows nothing.
  expect(rowsSeen.size).toBeGreaterThan(2)
  await refreshOnce()
  expect(await exported()).toEqual(uninterrupted)
})

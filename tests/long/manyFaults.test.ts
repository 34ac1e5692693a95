import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Load, startLoad } from '../many/load'
import { systemPgBouncer } from '../many/programs'
import { type ManySite, manySite } from '../many/site'
import { until } from '../many/until'

let site: ManySite
let load: Load
beforeAll(async () => {
  site = await manySite()
})
afterAll(async () => {
  await load?.stop()
  for (const one of load?.listeners ?? []) one.close()
  await site?.close()
})

const hasPooler = systemPgBouncer() !== null
if (!hasPooler) console.warn('Skipped: PgBouncer among the faults, because it is not installed here')

/** After it is back: what waited for it comes through, and pools try again at most once a second. */
const graceSeconds = 3

const runsTwice = async () => {
  const [row] = await site.store.sql<{ slots: number }[]>`
    SELECT count(*)::int AS slots FROM (
      SELECT 1 FROM refresh_run WHERE outcome <> 'abandoned' GROUP BY split_part(slot_id, '#', 1) HAVING count(*) > 1) twice`
  return row?.slots
}

/** How many reads of data, pages and writes have failed since the last kill. */
const failures = () => load.tallies.map((one) => one.failures.length)

/** Kills something under load, leaves it down for a while, brings it back, and prints one line with what came of it. Returns how many reads of data, pages and writes failed. */
async function fault(what: string, kill: () => Promise<unknown>, bringBack: () => Promise<unknown>): Promise<number[]> {
  await pause(700)
  const breaks = load.listeners.map((one) => one.breaks)
  const acknowledged = load.acknowledged.events.length
  expect(failures(), 'failures before the kill').toEqual([0, 0, 0])
  for (const one of load.tallies) one.begin()
  const begun = performance.now()
  await kill()
  await pause(1_500)
  await bringBack()
  const back = (performance.now() - begun) / 1000
  await pause(1_000 * graceSeconds + 1_000)
  const broken = load.listeners.filter((one, place) => one.breaks > (breaks[place] ?? 0)).length
  const lines = [
    `${what} killed, back after ${back.toFixed(2)} s`,
    ...load.tallies.map((one) => one.text()),
    `${load.acknowledged.events.length - acknowledged} events acknowledged`,
    `${broken} of ${load.listeners.length} streams broke`,
    `slots run twice ${await runsTwice()}`,
  ]
  process.stdout.write(`fault: ${lines.join('; ')}\n`)
  for (const one of load.tallies) {
    const late = one.failures.filter(({ at }) => at > back + graceSeconds)
    expect(late).toEqual([])
  }
  const failed = failures()
  for (const one of load.tallies) one.begin()
  return failed
}

test('a worker that holds a slot is killed: another one leaves the slot alone while its lease lasts, and it is run once in the end', async () => {
  const { feeds, workers, webs, urls, key, store } = site
  await Promise.all(webs.map((web) => web.start()))
  feeds.set({ match: '688256.SS', fault: { kind: 'stall' } })
  await workers[0]?.start()
  await until(() => feeds.requests.some(({ url }) => url.includes('688256.SS')))
  await workers[1]?.start()
  load = startLoad(urls, key)
  await pause(1_000)
  const held = () => store.sql<{ outcome: string }[]>`
    SELECT outcome FROM refresh_run WHERE slot_id LIKE 'bars-XSHG@%' ORDER BY started_at`
  expect(await held()).toEqual([{ outcome: 'running' }])
  const failed = await fault(
    'a worker that holds a slot',
    async () => workers[0]?.kill(),
    async () => {
      expect(await held()).toEqual([{ outcome: 'running' }])
      feeds.set(null)
      // What two minutes bring.
      await store.sql`UPDATE refresh_run SET lease_until = now() WHERE slot_id LIKE 'bars-XSHG@%' AND outcome = 'running'`
      await workers[0]?.start()
      await until(async () => (await held()).length === 2, 30_000)
    },
  )
  expect(failed).toEqual([0, 0, 0])
  await until(async () => (await held())[1]?.outcome !== 'running', 30_000)
  expect(await held()).toEqual([{ outcome: 'abandoned' }, { outcome: expect.stringMatching(/succeeded|partly/) }])
})

test('a web process is killed: only what was asked of it fails, and its streams go on elsewhere', async () => {
  await fault(
    'a web process',
    async () => site.webs[0]?.kill(),
    async () => site.webs[0]?.start(),
  )
})

test('the replica is killed: nobody notices', async () => {
  const failed = await fault(
    'the replica',
    () => site.servers.replica.kill(),
    () => site.servers.replica.start(),
  )
  expect(failed).toEqual([0, 0, 0])
})

test.skipIf(!hasPooler)('PgBouncer is killed: what is read goes on from the replica', async () => {
  await fault(
    'PgBouncer',
    async () => site.servers.pooler?.kill(),
    async () => site.servers.pooler?.start(),
  )
})

test('the primary is killed: what is read goes on from the replica', async () => {
  await fault(
    'the primary',
    () => site.servers.primary.kill(),
    () => site.servers.primary.start(),
  )
})

test('in the end nothing acknowledged is lost, everything is audited once, every listener was told of all of it, and the workers work', async () => {
  const { store, workers, webs } = site
  await load.stop()
  const { events, requests } = load.acknowledged
  expect(events.length).toBeGreaterThan(10)
  const stored = await store.sql<{ slug: string; audits: number }[]>`
    SELECT slug, (SELECT count(*)::int FROM audit_entry a WHERE a.entity = 'event' AND a.key = e.slug AND a.action = 'create') AS audits
    FROM event e WHERE slug LIKE 'under-load-%'`
  expect(stored.filter(({ audits }) => audits !== 1)).toEqual([])
  const slugs = new Set(stored.map(({ slug }) => slug))
  expect(events.filter((slug) => !slugs.has(slug))).toEqual([])
  const [audits] = await store.sql<{ orphans: number }[]>`
    SELECT count(*)::int AS orphans FROM audit_entry a
    WHERE a.entity = 'event' AND a.key LIKE 'under-load-%' AND NOT EXISTS (SELECT 1 FROM event e WHERE e.slug = a.key)`
  expect(audits?.orphans).toBe(0)
  const asked = await store.sql<{ id: string }[]>`SELECT id FROM refresh_request WHERE id IN ${store.sql(requests)}`
  expect(asked.length).toBe(new Set(requests).size)
  const missed = () => load.listeners.map(({ told }) => [...slugs].filter((slug) => !told.has(`events ${slug}`)).length)
  await until(() => missed().every((count) => count === 0)).catch(() => undefined)
  const everything = load.listeners.filter(({ told }) => told.has('everything')).length
  const done = () =>
    store.sql<{ id: string }[]>`SELECT id FROM refresh_request WHERE state = 'done' AND id IN ${store.sql(requests)}`
  process.stdout.write(
    `faults: ${events.length} events and ${new Set(requests).size} requests acknowledged, ${stored.length} events stored, each audited once; ` +
      `${load.listeners.length} streams broke ${load.listeners.reduce((sum, one) => sum + one.breaks, 0)} times and missed ${missed().reduce((sum, one) => sum + one, 0)}, ` +
      `${everything} had to read everything again; ${(await done()).length} requests done; slots run twice ${await runsTwice()}\n`,
  )
  expect(missed()).toEqual(load.listeners.map(() => 0))
  expect(await runsTwice()).toBe(0)
  expect([...webs, ...workers].every((one) => one.runs())).toBe(true)
})

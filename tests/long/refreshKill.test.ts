import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FreshStore } from '../database/fresh'
import { seededStore } from '../database/seeded'
import { everyOrigin, startJob } from '../fault/process'
import { laterCambricon, storeExport } from '../fault/seeded'
import { type Standin, startStandin } from '../standin'

let store: FreshStore
let standin: Standin
beforeAll(async () => {
  store = await seededStore()
  standin = await startStandin()
})
afterAll(async () => {
  await standin.close()
  await store.close()
})

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('kill -9 in a refresh leaves the range whole or absent, and the next refresh completes it', async () => {
  const { listing, later } = await laterCambricon(store)
  standin.setData({ listings: [listing] })
  const before = await storeExport(store)
  const whole = before.length + later.length
  const refresh = () =>
    startJob('refresh', ['--job', 'bars', '--listing', '688256.SS', '--json'], {
      DATABASE_URL: store.url,
      ...everyOrigin(standin.origin),
    })
  // Slows every write down, so that a kill can fall between two rows of one range.
  await store.sql.unsafe(`
    CREATE FUNCTION slow_row() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.004); RETURN NEW; END';
    CREATE TRIGGER slow_row BEFORE INSERT ON bar FOR EACH ROW EXECUTE FUNCTION slow_row()`)
  const isWriting = async () =>
    (
      await store.sql`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'tidemark refresh'
      AND state = 'active' AND query LIKE '%WITH candidate AS%'`
    ).length > 0
  standin.set({ match: '688256', fault: { kind: 'slow', ms: 50 } })
  for (const moment of ['asked', 'between', 'writing', 'writing late']) {
    const asked = standin.requests.length
    const job = refresh()
    while (standin.requests.length === asked) await sleep(5)
    if (moment === 'between') await sleep(60)
    if (moment.startsWith('writing')) while (!(await isWriting())) await sleep(2)
    if (moment === 'writing late') await sleep(150)
    job.child.kill('SIGKILL')
    expect((await job.ended).signal).toBe('SIGKILL')
    // The server rolls an open transaction back when it notices that its client is gone.
    while (await isWriting()) await sleep(20)
    expect([before.length, whole], moment).toContain((await storeExport(store)).length)
    if (moment === 'writing') expect(await storeExport(store)).toEqual(before)
  }
  await store.sql`DROP TRIGGER slow_row ON bar`
  standin.set(null)
  const { code, stdout } = await refresh().ended
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ outcome: 'succeeded', rows: [{ error: null }] })
  const after = await storeExport(store)
  expect(after).toHaveLength(whole)
  expect(after).toEqual(expect.arrayContaining(before))
})

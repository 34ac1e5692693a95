import { afterAll, beforeAll, expect, test } from 'vitest'
import { readShareCounts } from '@/lib/store/shareCount/read'
import type { FreshStore } from '../database/fresh'
import { seededStore } from '../database/seeded'
import { everyOrigin, startJob } from '../fault/process'
import { storeExport } from '../fault/seeded'
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

const accn = '0001045810-25-000230'
const quarter = {
  start: '2025-07-28',
  end: '2025-10-26',
  val: 57_006_000_000,
  accn,
  form: '10-Q',
  filed: '2025-11-19',
}
const count = (end: string, val: number) => ({ end, val, accn, form: '10-Q', filed: '2025-11-19' })

async function refresh() {
  const args = ['--job', 'revenue', '--listing', 'NVDA', '--json']
  const { code, stdout, stderr } = await startJob('refresh', args, {
    DATABASE_URL: store.url,
    ...everyOrigin(standin.origin),
  }).ended
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout).rows
}

const company = { cik: 1045810, name: 'Nvidia', facts: { Revenues: [quarter] } }
const good = count('2025-11-14', 24_300_000_000)

test('refresh --job revenue stores a share count once; a second run adds nothing', async () => {
  standin.setData({ companies: [{ ...company, shareCounts: [good] }] })
  const before = await storeExport(store)
  expect(await refresh()).toMatchObject([
    { subject: 'nvidia', feed: 'sec', added: 1, changed: 0, unchanged: 1, held: 0, error: null },
  ])
  const after = await storeExport(store)
  expect(after.filter((line) => !before.includes(line))).toHaveLength(1)
  expect(await readShareCounts(store.sql, ['nvidia'])).toMatchObject([
    { asOf: '2025-11-14', shares: 24_300_000_000n, knownAt: new Date('2025-11-19T22:30:00Z'), feed: 'sec' },
  ])
  expect(await refresh()).toMatchObject([{ added: 0, changed: 0, unchanged: 2, held: 0, error: null }])
  expect(await storeExport(store)).toEqual(after)
})

test('counts that cannot be true are held with their reason, and the others stored', async () => {
  const bad = [count('2025-11-13', 0), count('2025-11-12', 24_300.5), { ...count('2025-11-11', 1), unit: 'pure' }]
  standin.setData({ companies: [{ ...company, shareCounts: [good, ...bad] }] })
  expect(await refresh()).toMatchObject([{ held: 3, error: null }])
  expect((await readShareCounts(store.sql, ['nvidia'])).map(({ shares }) => shares)).toEqual([24_300_000_000n])
  const held = await store.sql`SELECT row_key AS key, reason FROM quarantine WHERE entity = 'shares' ORDER BY row_key`
  expect(held).toEqual([
    { key: '2025-11-11', reason: 'in pure, expected shares' },
    { key: '2025-11-12', reason: '24300.5 is no whole number of shares' },
    { key: '2025-11-13', reason: '0 can be no company’s shares' },
  ])
})

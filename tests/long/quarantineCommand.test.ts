import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { softRules } from '@/lib/ingest/soft'
import { holdDoubtful } from '@/lib/ingest/softHold'
import { readBars } from '@/lib/store/bar/read'
import { holdRows } from '@/lib/store/quarantine/hold'
import { listQuarantine } from '@/lib/store/quarantine/list'
import { contextAt, type FreshStore, freshStore } from '../database/fresh'
import { startJob } from '../fault/process'
import { bar, newListing, storeBars } from '../store/ingest/fixtures'

let store: FreshStore
let id: number
const symbol = '600519.SS'
beforeAll(async () => {
  store = await freshStore()
  const listing = await newListing(store, { symbol, trackedFrom: '2026-07-06', listedOn: '2001-08-27' })
  id = listing.id
  const known = [bar('2026-07-06', '100'), bar('2026-07-07', '101')]
  await storeBars(store, id, known)
  const ready = [bar('2026-07-08', '1010'), bar('2026-07-09', '1020')].map((each) => ({
    ...each,
    settled: true,
    asOf: new Date(`${each.session}T07:00:00Z`),
  }))
  const around = { listing: { ...listing, mic: 'XSHG' as const }, stored: known, actions: [] }
  expect(softRules(ready, around).held).toHaveLength(2)
  const ctx = contextAt('2026-07-10T08:00:00Z')
  const { held } = holdDoubtful(ready, around, { feedSymbol: 'sh600519', fetchedAt: ctx.now })
  await holdRows(store.sql, ctx, held, { feed: 'tencent', listingId: id })
})
afterAll(() => store.close())

const quarantine = (...args: string[]) => startJob('quarantine', args, { DATABASE_URL: store.url }).ended
const idOf = async (key: string) =>
  String((await listQuarantine(store, { state: 'held' })).find((row) => row.key === key)?.id)

describe('npm run quarantine', () => {
  test('lists what is held, releases one row and rejects another', async () => {
    const { code, stdout } = await quarantine('list', '--listing', symbol)
    expect(code).toBe(0)
    expect(stdout).toMatch(/held +2026-07-10T08:00Z +600519.SS +tencent +bar +2026-07-08 +the close 1010 is 10.0 times/)
    const released = await quarantine('release', await idOf('2026-07-08'))
    expect(released).toMatchObject({ code: 0, stdout: `Released: the bar of 2026-07-08 of ${symbol} is stored.\n` })
    expect(await readBars(store.sql, id, { from: '2026-07-08' })).toMatchObject({ close: ['1010'], feed: ['tencent'] })
    const rejected = await quarantine('reject', await idOf('2026-07-09'), '--reason', 'a wrong unit', '--json')
    expect(JSON.parse(rejected.stdout)).toMatchObject({
      rows: [{ key: '2026-07-09', state: 'rejected', closedBy: 'quarantine command' }],
    })
    const { stdout: all } = await quarantine('list', '--state', 'all', '--json')
    const rows: { key: string; state: string; entity: string }[] = JSON.parse(all).rows
    expect(
      rows
        .filter(({ entity }) => entity === 'bar')
        .map(({ key, state }) => `${key} ${state}`)
        .sort(),
    ).toEqual(['2026-07-08 released', '2026-07-09 rejected'])
  })

  test.each([
    [['release', '4711'], 'there is no row 4711 in quarantine'],
    [['free', '1'], 'Usage: npm run quarantine'],
  ])('%j ends with exit 2 and says what is wrong', async (args, message) => {
    const { code, stdout, stderr } = await quarantine(...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(message)
  })

  test('a store that cannot be reached ends with exit 1', async () => {
    const { code, stderr } = await startJob('quarantine', ['list'], { DATABASE_URL: 'postgres://127.0.0.1:9/none' })
      .ended
    expect(code).toBe(1)
    expect(stderr).toContain('could not go on')
  })
})

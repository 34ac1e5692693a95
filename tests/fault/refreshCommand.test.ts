import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBars } from '@/lib/store/bar/read'
import { listingBySymbol } from '@/lib/store/listing/list'
import type { FreshStore } from '../database/fresh'
import { seededStore } from '../database/seeded'
import { type Standin, startStandin } from '../standin'
import { everyOrigin, nowhere, startJob } from './process'
import { laterCambricon, storeExport } from './seeded'

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

const refresh = (args: string[], origins: Record<string, string>) =>
  startJob('refresh', args, { DATABASE_URL: store.url, ...origins })

describe('npm run refresh', () => {
  test('stores exactly the sessions a feed has beyond the stored ones, and run again nothing', async () => {
    const { listing, later } = await laterCambricon(store)
    standin.setData({ listings: [listing] })
    const args = ['--job', 'bars', '--listing', '688256.SS', '--json']
    const before = await storeExport(store)
    const first = await refresh(args, everyOrigin(standin.origin)).ended
    expect(JSON.parse(first.stdout)).toMatchObject({
      outcome: 'succeeded',
      rows: [
        {
          job: 'bars',
          subject: '688256.SS',
          feed: 'yahoo',
          added: later.length,
          changed: 0,
          unchanged: 5,
          held: 0,
          error: null,
        },
      ],
    })
    const after = await storeExport(store)
    expect(after.filter((line) => !before.includes(line)).map((line) => line.split(',')[2])).toEqual(
      later.map(({ session }) => session),
    )
    const listed = await listingBySymbol(store.sql, '688256.SS')
    const bars = await readBars(store.sql, listed?.id ?? 0, { from: '2026-07-23' })
    expect(bars.close).toEqual(later.map(({ close }) => String(close)))
    expect(bars.volume).toEqual(later.map(({ volume }) => BigInt(volume ?? 0)))
    const second = await refresh(args, everyOrigin(standin.origin)).ended
    expect(JSON.parse(second.stdout).rows).toMatchObject([{ added: 0, changed: 0, unchanged: 5, held: 0 }])
    expect(await storeExport(store)).toEqual(after)
  })

  test('the whole bundled series, served split-adjusted with the noise of floats, stores 0 changes', async () => {
    const before = await storeExport(store)
    const args = ['--job', 'bars', '--listing', '688256.SS', '--from', '2024-01-02', '--json']
    const { stdout } = await refresh(args, everyOrigin(standin.origin)).ended
    expect(JSON.parse(stdout).rows).toMatchObject([{ added: 0, changed: 0, held: 0, error: null }])
    expect(await storeExport(store)).toEqual(before)
  })

  test('brings revenue and rates: an inexact bundled quarter becomes exact where it stood, equal ones stay, later days are added', async () => {
    const year = [1111398926.8, 2880643471.09, 4607424363.66, 6497196198.68]
    const days = ['03-31', '06-30', '09-30', '12-31']
    const report = (reportDate: string, noticeDate: string, yearToDate: number) => ({
      code: '688256',
      reportDate,
      noticeDate,
      yearToDate,
    })
    standin.setData({
      reports: [
        ...days.map((day, i) => report(`2025-${day}`, '2026-03-13', year[i] ?? 0)),
        report('2026-03-31', '2026-04-30', 2884696746.86),
        report('2026-06-30', '2026-08-08', 5995931314.75),
      ],
      rates: [
        { date: '2026-04-14', rates: { USD: 1.17, CNY: 8.1, HKD: 9.1 } },
        { date: '2026-04-13', rates: { USD: 1.1687, CNY: 8.0, HKD: 9.0 } },
      ],
    })
    const before = await store.sql`SELECT known_at FROM revenue_fact WHERE label = '2026-Q2'`
    const args = ['--job', 'revenue', '--listing', '688256.SS', '--json']
    const { stdout } = await refresh(args, everyOrigin(standin.origin)).ended
    expect(JSON.parse(stdout).rows).toMatchObject([
      { subject: 'cambricon', feed: 'eastmoney-data', added: 0, changed: 1, unchanged: 5, error: null },
    ])
    const after =
      await store.sql`SELECT known_at, trim_scale(value)::text AS value FROM revenue_fact WHERE label = '2026-Q2'`
    expect(after).toEqual([{ ...before[0], value: '3111234567.89' }])
    const rates = await refresh(['--job', 'fx', '--json'], everyOrigin(standin.origin)).ended
    expect(JSON.parse(rates.stdout).rows[0]).toMatchObject({ feed: 'ecb', added: 3, error: null })
  })

  test('says in plain words what each feed did, on standard output and without a terminal’s bar', async () => {
    const { code, stdout, stderr } = await refresh(['--job', 'bars', '--listing', 'NVDA'], everyOrigin(standin.origin))
      .ended
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^bars +NVDA +yahoo +0 +0 +0 +0 {2}Yahoo Finance does not know NVDA/m)
    expect(stdout).toContain('No feed gave anything; what is stored was kept.')
  })

  // What else cannot be meant is tried without a process (tests/unit/ingest/commandLine.test.ts).
  test('a listing there is not ends with exit 2 and a message that names it', async () => {
    const { code, stdout, stderr } = await refresh(['--listing', 'NVDIA'], nowhere).ended
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('--listing NVDIA: there is no such listing; there are 688256.SS, NVDA')
  })

  test('a store that cannot be reached ends with exit 1 and says so', async () => {
    const url = new URL(store.url)
    url.pathname = '/not_there'
    const { code, stdout, stderr } = await startJob('refresh', ['--json'], { DATABASE_URL: url.href, ...nowhere }).ended
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/could not go on: database "not_there" does not exist/)
  })

  test('a database without its tables ends with exit 1 and says what to run', async () => {
    const url = new URL(store.url)
    url.pathname = '/postgres'
    const { code, stderr } = await startJob('refresh', ['--json'], { DATABASE_URL: url.href, ...nowhere }).ended
    expect(code).toBe(1)
    expect(stderr).toContain('run `npm start` or `npm run migrate` first')
  })

  test('Ctrl-C ends it cleanly: what was stored stays, the run is closed', async () => {
    standin.set({ match: 'NVDA', fault: { kind: 'slow', ms: 30_000 } })
    const asked = standin.requests.length
    const job = refresh(['--job', 'bars', '--json'], everyOrigin(standin.origin))
    while (!standin.requests.slice(asked).some(({ url }) => url.includes('NVDA')))
      await new Promise((r) => setTimeout(r, 20))
    job.child.kill('SIGINT')
    const { code, stdout } = await job.ended
    standin.set(null)
    expect(code).toBe(130)
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'interrupted', rows: [{ subject: '688256.SS', error: null }] })
    const running = await store.sql`SELECT 1 FROM refresh_run WHERE outcome = 'running'`
    expect(running).toHaveLength(0)
  })
})

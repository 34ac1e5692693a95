import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBars } from '@/lib/store/bar/read'
import { listingBySymbol } from '@/lib/store/listing/list'
import { type FreshStore, freshStore } from '../database/fresh'
import { startJob } from '../fault/process'

let store: FreshStore
const folder = mkdtempSync(join(tmpdir(), 'tidemark-import-'))
beforeAll(async () => {
  store = await freshStore()
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const run = (job: string, ...args: string[]) => startJob(job, args, { DATABASE_URL: store.url }).ended
function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const good = 'Date,Open,High,Low,Close,Volume\n2026-07-06,60,61,59,60.5,"1,000"\n2026-07-07,60.5,62,60,61.25,1200\n'

describe('npm run listing and npm run import', () => {
  test('a listing is added by its symbol, shown, and not added twice', async () => {
    const { code, stdout } = await run('listing', 'add', '0981.HK', '--name', 'SMIC', '--from', '2026-01-02')
    expect(code).toBe(0)
    expect(stdout).toContain('Added 0981.HK on XHKG in HKD, wanted from 2026-01-02 on')
    expect(await listingBySymbol(store.sql, '0981.HK')).toMatchObject({
      name: 'SMIC',
      trackedFrom: '2026-01-02',
      feedSymbols: { yahoo: '0981.HK', tencent: 'hk00981', eastmoney: '116.00981' },
    })
    expect((await run('listing', 'list')).stdout).toMatch(/0981\.HK +XHKG +equity +HKD +2026-01-02 +SMIC/)
    expect(await run('listing', 'add', '0981.HK')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is there already'),
    })
    expect(await run('listing', 'add', '7203.T')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('the suffix .T'),
    })
  })

  test('a file is previewed, imported, and imported again without change', async () => {
    const path = file('smic.csv', good)
    const { id } = (await listingBySymbol(store.sql, '0981.HK')) ?? { id: 0 }
    const preview = await run('import', path, '--listing', '0981.HK', '--dry-run')
    expect(preview).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('2 new (2026-07-06 to 2026-07-07), 0 changed'),
    })
    expect((await readBars(store.sql, id)).session).toEqual([])
    expect((await run('import', path, '--listing', '0981.HK')).stdout).toContain('Stored.')
    expect(await readBars(store.sql, id)).toMatchObject({
      close: ['60.5', '61.25'],
      volume: [1000n, 1200n],
      feed: ['import', 'import'],
    })
    const changed = file('changed.csv', good.replace('61.25', '61.5'))
    const { stdout } = await run('import', changed, '--listing', '0981.HK', '--dry-run')
    expect(stdout).toMatch(/2026-07-07 +60.5 +62 +60 +61.25 -> 61.5 +1200/)
    const again = await run('import', path, '--listing', '0981.HK', '--json')
    expect(JSON.parse(again.stdout)).toMatchObject({ stored: true, added: [], changed: [], unchanged: 2 })
  })

  test('a file with a bad line stores nothing, names the line and ends with exit 2', async () => {
    const path = file('bad.csv', `${good}2026-07-08,x,1,1,1,1\n`)
    const { code, stdout } = await run('import', path, '--listing', '0981.HK')
    expect(code).toBe(2)
    expect(stdout).toContain('line 4: open "x" is no number')
    expect(stdout).toContain('Nothing was stored.')
  })

  test.each([
    [['nowhere.csv', '--listing', '0981.HK'], 'nowhere.csv cannot be read'],
    [[join(folder, 'smic.csv'), '--listing', 'NOPE'], 'there is no listing NOPE'],
    [[join(folder, 'smic.csv'), '--listing', '0981.HK', '--basis', 'split'], '--basis split: only raw'],
    [[join(folder, 'smic.csv')], 'Usage: npm run import'],
  ])('%j ends with exit 2 and says what is wrong', async (args, message) => {
    const { code, stderr } = await run('import', ...args)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FreshStore } from '../database/fresh'
import { seededStore } from '../database/seeded'
import { nowhere, startJob } from '../fault/process'
import { storeExport } from '../fault/seeded'

let store: FreshStore
beforeAll(async () => {
  store = await seededStore()
})
afterAll(() => store.close())

test('npm run refresh with every feed unreachable ends with exit 0, names each failure, and changes nothing', async () => {
  const before = await storeExport(store)
  const { code, stdout, stderr } = await startJob('refresh', ['--json'], { DATABASE_URL: store.url, ...nowhere }).ended
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const { outcome, rows, runs } = JSON.parse(stdout)
  expect(outcome).toBe('failed')
  expect(runs).toHaveLength(3)
  const subjects = rows.map((row: { subject: string }) => row.subject)
  expect(subjects).toEqual(expect.arrayContaining(['688256.SS', 'NVDA', '^IXIC', 'EUR/CNY,HKD,USD']))
  for (const row of rows)
    expect(row.error).toMatchObject({
      class: 'unreachable',
      message: expect.stringMatching(/refused|its breaker is open until/),
    })
  expect(await storeExport(store)).toEqual(before)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { noLimits } from '@/lib/access/limits'
import { createApi } from '@/lib/api/app'
import { applyMigrations } from '@/lib/store/migrate/apply'
import type { FreshStore } from '../../database/fresh'
import { everyRow, migrationsFolder, previousRelease } from './databases'

let store: FreshStore
let before: Record<string, string[]>
let applied: string[]
beforeAll(async () => {
  store = await previousRelease()
  before = await everyRow(store)
  applied = await applyMigrations(store.sql, migrationsFolder)
})
afterAll(() => store.close())

test('the database of the previous release has rows in every table', () => {
  expect(Object.keys(before).filter((name) => before[name]?.length === 0)).toEqual([])
  expect(Object.keys(before)).toHaveLength(38)
})

test('an upgrade loses and changes no row of any table', async () => {
  expect(applied[0]).toBe('0007_series_version')
  const after = await everyRow(store)
  for (const [name, rows] of Object.entries(before)) {
    if (name === '_prisma_migrations') continue
    const then = rows.map((row) => JSON.parse(row))
    // A newer release may know more of a row; what the older one knew must be there as it was.
    const known = Object.keys(then[0])
    const now = (after[name] ?? []).map((row) => {
      const all = JSON.parse(row)
      return JSON.stringify(Object.fromEntries(known.map((column) => [column, all[column]])))
    })
    expect({ name, rows: now.sort() }).toEqual({
      name,
      rows: then.map((row) => JSON.stringify(Object.fromEntries(known.map((column) => [column, row[column]])))).sort(),
    })
  }
})

test('the upgraded database has a version for each series, goes on counting, and is served', async () => {
  const { sql } = store
  expect((await sql`SELECT listing_id FROM series_version ORDER BY 1`).map((row) => row.listing_id)).toEqual([1, 2, 3])
  const [row] = await sql`INSERT INTO topic (slug, name, name_zh, kind) VALUES ('new', '', '', 'chip') RETURNING id`
  expect(row?.id).toBe(3)
  await expect(sql`DELETE FROM audit_entry`).rejects.toThrow(/never changed/)
  const api = createApi({ store, now: () => new Date('2026-04-01T16:00:00Z'), limits: noLimits })
  for (const path of ['/listings/NVDA/bars?adjust=total', '/listings/NVDA/quote', '/events', '/signals']) {
    const response = await api.request(`/api/v1${path}`)
    expect({ path, status: response.status }).toEqual({ path, status: 200 })
  }
  const bars = await (await api.request('/api/v1/listings/NVDA/bars?adjust=raw')).json()
  expect(bars.session).toHaveLength(63)
  expect((await api.request('/readyz')).status).toBe(200)
})

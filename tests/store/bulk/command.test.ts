import { afterAll, beforeAll, expect, test } from 'vitest'
import { runBulkCommand } from '@/lib/store/audit/command'
import { listAudit } from '@/lib/store/audit/list'
import { importRows } from '@/lib/store/bulk/import'
import { ScopeError } from '@/lib/store/context'
import { eventKind } from '@/lib/store/event/editable'
import type { FreshStore } from '../../database/fresh'
import { seededStore } from '../../database/seeded'

let store: FreshStore
const anna = { actor: 'anna@example.org', scopes: ['annotate'] as const, now: new Date('2026-11-24T02:00:00Z') }
beforeAll(async () => {
  store = await seededStore()
})
afterAll(() => store.close())

const rows = (...slugs: string[]) =>
  slugs.map((slug, place) => ({
    line: place + 1,
    fields: {
      ...{ slug, title: slug, titleZh: '事件', text: '', textZh: '', start: '2025-09', sourceName: 'A paper' },
    },
  }))
const options = { dryRun: false, partial: false }
const isStored = async (slug: string) => (await store.sql.begin((sql) => eventKind.read(sql, slug))) !== null

test('an import whose audit fails is taken back whole', async () => {
  await store.sql`ALTER TABLE audit_entry ADD CONSTRAINT refused CHECK (key <> 'audit-2')`
  await expect(importRows(store, anna, eventKind, rows('audit-1', 'audit-2'), options)).rejects.toThrow('refused')
  await store.sql`ALTER TABLE audit_entry DROP CONSTRAINT refused`
  expect([await isStored('audit-1'), await isStored('audit-2')]).toEqual([false, false])
  expect(await listAudit(store.sql, { key: 'audit-1' })).toEqual([])
})

test('each changed thing leaves one entry, in the order of the rows, with what it was before', async () => {
  await importRows(store, anna, eventKind, rows('each-1', 'each-2', 'each-3'), options)
  const changed = [{ line: 1, fields: { slug: 'each-2', title: 'Other' } }, ...rows('each-1', 'each-3')]
  await importRows(store, anna, eventKind, changed, options)
  const entries = (await listAudit(store.sql)).slice(0, 4)
  expect(entries.map(({ action, key, actor }) => [action, key, actor])).toEqual([
    ['update', 'each-2', 'anna@example.org'],
    ['create', 'each-3', 'anna@example.org'],
    ['create', 'each-2', 'anna@example.org'],
    ['create', 'each-1', 'anna@example.org'],
  ])
  expect(entries[0]).toMatchObject({ before: { title: 'each-2' }, after: { title: 'Other' } })
  expect(entries[1]?.before).toBeNull()
})

test('nobody without the scope imports anything', async () => {
  const reader = { ...anna, scopes: ['read'] as const }
  await expect(importRows(store, reader, eventKind, rows('never'), options)).rejects.toThrow(ScopeError)
})

test('what waited for another transaction that waited for it is run again, and given up after three times', async () => {
  let times = 0
  const deadlocked = (often: number) =>
    runBulkCommand(store, anna, 'annotate', async (sql) => {
      times += 1
      await sql`SELECT 1`
      if (times <= often) throw Object.assign(new Error('deadlock detected'), { code: '40P01' })
      return { result: 'done', notes: [], keep: true }
    })
  expect(await deadlocked(2)).toBe('done')
  expect(times).toBe(3)
  times = 0
  await expect(deadlocked(9)).rejects.toThrow('deadlock')
  expect(times).toBe(3)
})

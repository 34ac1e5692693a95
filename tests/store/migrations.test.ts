import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schemaDifference } from '@/jobs/schemaDifference'
import { applyMigrations } from '@/lib/store/migrate/apply'
import { type FreshStore, freshStore } from '../database/fresh'

let store: FreshStore
beforeAll(async () => {
  store = await freshStore()
})
afterAll(() => store.close())

const folder = join(process.cwd(), 'prisma', 'migrations')

test('the migrations make exactly the schema', () => {
  expect(schemaDifference(store.url)).toBe('')
})

test('applying them again does nothing', async () => {
  expect(await applyMigrations(store.sql, folder)).toEqual([])
})

test('a migration that was edited after it was applied is refused by name', async () => {
  await store.sql`UPDATE _prisma_migrations SET checksum = 'other' WHERE migration_name = '0001_init'`
  await expect(applyMigrations(store.sql, folder)).rejects.toThrow(/0001_init is not the one/)
})

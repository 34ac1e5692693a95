import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { applyMigrations } from '@/lib/store/migrate/apply'
import { type FreshStore, freshStore } from '../../database/fresh'

export const migrationsFolder = join(process.cwd(), 'prisma', 'migrations')
/** The newest migration of the previous release. */
export const previous = '0006_live'

/** A store without a schema. */
export async function bareStore(): Promise<FreshStore> {
  const store = await freshStore()
  await store.sql`DROP SCHEMA public CASCADE`
  await store.sql`CREATE SCHEMA public`
  return store
}

/** The migrations up to that one in a folder of their own, as an older release has them. */
export function migrationsUpTo(last: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-migrations-'))
  for (const name of readdirSync(migrationsFolder)) {
    if (/^\d/.test(name) && name <= last) cpSync(join(migrationsFolder, name), join(folder, name), { recursive: true })
  }
  return folder
}

/** A store of the previous release, with rows in every table. */
export async function previousRelease(): Promise<FreshStore> {
  const store = await bareStore()
  const folder = migrationsUpTo(previous)
  await applyMigrations(store.sql, folder)
  rmSync(folder, { recursive: true })
  await store.sql.unsafe(readFileSync(join(process.cwd(), 'tests', 'database', 'release0006.sql'), 'utf8'))
  return store
}

/** Every row of every table (partitions through their parents) as JSON text, in an order of its own, by table. */
export async function everyRow({ sql }: Pick<FreshStore, 'sql'>): Promise<Record<string, string[]>> {
  const tables = await sql<{ name: string }[]>`
    SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY 1`
  const rows: Record<string, string[]> = {}
  for (const { name } of tables) {
    const found = await sql<{ row: string }[]>`SELECT to_jsonb(t)::text AS row FROM ${sql(name)} AS t`
    rows[name] = found.map(({ row }) => row).sort()
  }
  return rows
}

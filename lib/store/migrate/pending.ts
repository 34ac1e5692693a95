import type { Sql } from '../connection/sql'
import { readMigrations } from './apply'

/** Names of the migrations in `folder` that the database has not had, in order; all of them for an empty database. Changes nothing. */
export async function pendingMigrations(sql: Sql, folder: string): Promise<string[]> {
  const [table] = await sql<{ found: boolean }[]>`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found`
  const applied = table?.found
    ? await sql<{ name: string }[]>`
        SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`
    : []
  const names = new Set(applied.map(({ name }) => name))
  return readMigrations(folder)
    .map(({ name }) => name)
    .filter((name) => !names.has(name))
}

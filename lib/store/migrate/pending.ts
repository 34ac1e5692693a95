import { existsSync } from 'node:fs'
import type { Sql } from '../connection/sql'
import { readMigrations } from './apply'

/** The migrations of a database against those of this version, by name and in order. */
export interface MigrationState {
  readonly applied: readonly string[]
  /** In the folder and not, or not wholly, in the database. */
  readonly pending: readonly string[]
}

/** Compares the database with the migrations in `folder`; without that folder only what was begun and not finished is pending. Changes nothing. */
export async function migrationState(sql: Sql, folder: string): Promise<MigrationState> {
  const [table] = await sql<{ there: boolean }[]>`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`
  const rows = table?.there
    ? await sql<{ name: string; finished: boolean }[]>`
        SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM _prisma_migrations
        WHERE rolled_back_at IS NULL ORDER BY 1`
    : []
  const applied = rows.filter(({ finished }) => finished).map(({ name }) => name)
  const wanted = existsSync(folder) ? readMigrations(folder).map(({ name }) => name) : rows.map(({ name }) => name)
  return { applied, pending: wanted.filter((name) => !applied.includes(name)) }
}

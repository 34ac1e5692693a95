import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type postgres from 'postgres'
import type { Sql } from '../connection/sql'

// The key Prisma's own engine locks, so that `prisma migrate deploy` and we never run at once.
export const prismaLock = 72707369

/** Prisma's book-keeping of what was applied, as SQL; `begun` takes id, checksum and name, `finished` the id. */
export const bookkeeping = {
  table: `CREATE TABLE IF NOT EXISTS _prisma_migrations (
      id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
      logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`,
  begun: 'INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)',
  finished: 'UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1',
} as const

/** A migration of this release. */
export interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** All migrations of `folder` (Prisma's layout: `<name>/migration.sql`), in order of their names. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name, 'migration.sql'))
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') }
    })
}

// One transaction for the file and its row: a start that is killed leaves neither.
async function run(connection: postgres.ReservedSql, migration: Migration): Promise<void> {
  const id = randomUUID()
  await connection`BEGIN`
  try {
    await connection.unsafe(bookkeeping.begun, [id, migration.checksum, migration.name])
    await connection.unsafe(migration.sql)
    await connection.unsafe(bookkeeping.finished, [id])
    await connection`COMMIT`
  } catch (cause) {
    await connection`ROLLBACK`
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`Migration ${migration.name} failed and was rolled back: ${reason}`, { cause })
  }
}

/**
 * Applies the migrations that the database does not have yet and returns their names. The book-keeping is Prisma's, so
 * `prisma migrate deploy` finds everything in order. Throws when an earlier migration failed half-way or was edited since.
 */
export async function applyMigrations(sql: Sql, folder: string): Promise<string[]> {
  const connection = await sql.reserve()
  try {
    await connection`SELECT pg_advisory_lock(${prismaLock})`
    await connection.unsafe(bookkeeping.table)
    const rows = await connection<{ migration_name: string; checksum: string; finished_at: Date | null }[]>`
      SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL`
    const known = new Map(rows.map((row) => [row.migration_name, row]))
    const applied: string[] = []
    for (const migration of readMigrations(folder)) {
      const row = known.get(migration.name)
      if (!row) {
        await run(connection, migration)
        applied.push(migration.name)
      } else if (!row.finished_at) {
        throw new Error(
          `Migration ${migration.name} was begun by another tool and did not finish: repair what it left with "prisma migrate resolve" and try again`,
        )
      } else if (row.checksum !== migration.checksum) {
        throw new Error(
          `Migration ${migration.name} is not the one this database was made with: its file was changed after it was applied`,
        )
      }
    }
    return applied
  } finally {
    await connection`SELECT pg_advisory_unlock(${prismaLock})`
    connection.release()
  }
}

import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { bookkeeping, type Migration } from '../migrate/apply'
import { quoted, readTables } from './catalog'
import type { Ours } from './ours'
import { BackupRefusal } from './refusal'

/** Applies migrations within the transaction of the caller, with Prisma's book-keeping. */
export async function applyWithin(client: Client, migrations: readonly Migration[]): Promise<void> {
  await client.query(bookkeeping.table)
  for (const { name, checksum, sql } of migrations) {
    const id = randomUUID()
    await client.query(bookkeeping.begun, [id, checksum, name])
    try {
      await client.query(sql)
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new Error(`Migration ${name} failed on what was restored: ${reason}`, { cause })
    }
    await client.query(bookkeeping.finished, [id])
  }
}

/** The tables of ours in the current schema that hold rows; the list of migrations does not count. */
export async function tablesWithRows(client: Client, ours: Ours): Promise<string[]> {
  const found: string[] = []
  for (const { name } of await readTables(client)) {
    if (!ours.tables.has(name) || name === '_prisma_migrations') continue
    const { rows } = await client.query<{ some: boolean }>(`SELECT EXISTS (SELECT 1 FROM ${quoted(name)}) AS some`)
    if (rows[0]?.some) found.push(name)
  }
  return found
}

async function namesOf(client: Client, sql: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(sql)
  return rows.map(({ name }) => name)
}

/**
 * Drops what the migrations have made, and nothing else: other tables, extensions and rights of the schema stay. Throws `BackupRefusal` when something of somebody
 * else's depends on it, which a drop would take along, or when it is in use.
 */
export async function dropOurs(client: Client, ours: Ours): Promise<void> {
  const tables = (await readTables(client)).filter(({ name }) => ours.tables.has(name))
  const enums = await namesOf(
    client,
    `SELECT typname AS name FROM pg_type WHERE typnamespace = current_schema()::regnamespace AND typtype = 'e'`,
  )
  const functions = await namesOf(
    client,
    `SELECT proname AS name FROM pg_proc WHERE pronamespace = current_schema()::regnamespace`,
  )
  const drops = [
    ['TABLE', tables.map(({ name }) => name)],
    ['TYPE', enums.filter((name) => ours.types.has(name))],
    ['FUNCTION', functions.filter((name) => ours.functions.has(name))],
  ] as const
  // Whoever still reads is waited for a little, and then named as the reason.
  await client.query(`SET LOCAL lock_timeout = '10s'`)
  for (const [kind, names] of drops) {
    if (names.length === 0) continue
    try {
      await client.query(`DROP ${kind} ${names.map(quoted).join(', ')}`)
    } catch (cause) {
      const { code, detail, message } = cause as { code?: string; detail?: string; message: string }
      if (code === '55P03') {
        throw new BackupRefusal('Somebody reads or writes the tables: end that first, then restore', { cause })
      }
      if (code !== '2BP01') throw cause
      throw new BackupRefusal(
        `Something that is not Tidemark's depends on its tables, and would be lost: drop it first. Postgres says: ${detail ?? message}`,
        { cause },
      )
    }
  }
  await client.query('SET LOCAL lock_timeout = 0')
}

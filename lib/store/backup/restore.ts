import type { Client } from 'pg'
import { prismaLock, readMigrations } from '../migrate/apply'
import { applyWithin, dropOurs, tablesWithRows } from './build'
import { quoted, readApplied, readTables } from './catalog'
import { connect, transactionSettings } from './connect'
import { checkContainer, type ReadEntry, readContainer, type Sealed } from './container'
import { type Contents, contentsName, type Header, headerName, readContents, readHeader } from './header'
import { compareRows, loadRows, prepareTables, suspendChecks } from './load'
import { noteEverything } from './noteEverything'
import { madeBy } from './ours'
import { BackupRefusal } from './refusal'

export interface RestoreOptions {
  readonly url: string
  readonly file: string
  /** The migrations of this release. */
  readonly migrationsFolder: string
  /** Put the backup in the place of what the database holds; without it a database that holds anything is refused. */
  readonly replace: boolean
  readonly now: Date
  /** The table that is being filled, and how many bytes of how many of the file were read. */
  readonly onProgress?: (table: string, read: number, of: number) => void
}

export interface RestoreResult extends Sealed {
  readonly header: Header
  readonly contents: Contents
  /** Migrations that were newer than the backup and were applied to its rows. */
  readonly migrated: readonly string[]
}

/** Checks the file by its hash and reads its head: what a restore would begin with. Throws `BackupRefusal` for what is no whole backup, or none that this release can read. */
export async function openBackup(
  file: string,
): Promise<Sealed & { header: Header; entries: AsyncGenerator<ReadEntry> }> {
  const sealed = await checkContainer(file)
  const entries = readContainer(file)
  const first = await entries.next()
  if (first.done || first.value.name !== headerName) {
    throw new BackupRefusal(`${file} is no backup of Tidemark: it does not begin with ${headerName}`)
  }
  return { ...sealed, header: readHeader(first.value.bytes), entries }
}

/** Reads a backup from its beginning to its end: its hash, its head, its contents. Needs no database. Throws `BackupRefusal` for what is no whole backup. */
export async function checkBackup(file: string): Promise<Sealed & { header: Header; contents: Contents }> {
  const { entries, ...opened } = await openBackup(file)
  for await (const { name, bytes } of entries) {
    if (name === contentsName) return { ...opened, contents: readContents(bytes) }
  }
  throw new BackupRefusal('The backup ends without its list of contents')
}

/** The migrations of the backup and those that came after it. Throws `BackupRefusal` when this release does not have the backup's. */
function split(header: Header, folder: string) {
  const all = readMigrations(folder)
  const checksums = new Map(header.migrations.map(({ name, checksum }) => [name, checksum]))
  const newer = header.migrations.filter(({ name }) => !all.some((known) => known.name === name))
  if (newer.length > 0) {
    throw new BackupRefusal(
      `The backup is of a newer release (${header.version}): this one lacks ${newer.map(({ name }) => name).join(', ')}. Restore it with that release`,
    )
  }
  const other = all.filter(({ name, checksum }) => checksums.has(name) && checksums.get(name) !== checksum)
  if (other.length > 0) {
    throw new BackupRefusal(
      `The backup was made with other files of the migrations ${other.map(({ name }) => name).join(', ')}: they were edited since, here or there`,
    )
  }
  return {
    all,
    made: all.filter(({ name }) => checksums.has(name)),
    since: all.filter(({ name }) => !checksums.has(name)),
  }
}

/** Tidemark's other processes on the database: they keep in memory what they have read, and would write between. */
async function refuseOthers(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT application_name AS name FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'tidemark %' ORDER BY 1`,
  )
  if (rows.length === 0) return
  throw new BackupRefusal(
    `Tidemark runs on this database (${rows.map(({ name }) => name).join(', ')}): stop it first. It keeps in memory what it has read, and would write while the tables are exchanged`,
  )
}

async function refuseTarget(client: Client, replace: boolean, all: ReturnType<typeof readMigrations>): Promise<void> {
  const later = (await readApplied(client)).filter(({ name }) => !all.some((known) => known.name === name))
  if (later.length > 0) {
    throw new BackupRefusal(
      `The database is of a newer release (${later.map(({ name }) => name).join(', ')}), whose tables this one does not know: restore into an empty database`,
    )
  }
  if (replace) return
  const full = await tablesWithRows(client, madeBy(all))
  if (full.length > 0) {
    throw new BackupRefusal(
      `The database holds data (${full.slice(0, 5).join(', ')}${full.length > 5 ? ', …' : ''}): give --replace to put the backup in its place, or restore into an empty database`,
    )
  }
}

/**
 * Restores a backup: the schema of its time, its rows, then the migrations since. All of it is one transaction; whatever goes wrong or is killed on the way leaves the
 * database as it was. The file is checked by its hash before anything is touched. Throws `BackupRefusal` with what to do: for a file that is not whole or too new, a
 * database that holds data (without `replace`), is of a newer release, or is in use by Tidemark.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreResult> {
  const { bytes, sha256, header, entries } = await openBackup(options.file)
  const { all, made, since } = split(header, options.migrationsFolder)
  const progress = options.onProgress ?? (() => undefined)
  const client = await connect(options.url, 'tidemark restore')
  try {
    await client.query('BEGIN')
    await client.query(transactionSettings)
    await client.query('SELECT pg_advisory_xact_lock($1)', [prismaLock])
    await refuseOthers(client)
    await refuseTarget(client, options.replace, all)
    await dropOurs(client, madeBy(all))
    await applyWithin(client, made)
    const tables = await prepareTables(client, header)
    const bringBack = await suspendChecks(client)
    const contents = await loadRows(client, header, tables, entries, (table, read) => progress(table, read, bytes))
    await compareRows(client, header, contents)
    for (const [name, { last, called }] of Object.entries(contents.sequences)) {
      await client.query('SELECT setval($1::regclass, $2, $3)', [quoted(name), last, called])
    }
    await bringBack()
    await applyWithin(client, since)
    await noteEverything(client, options.now)
    const now = (await readTables(client)).map(({ name }) => quoted(name))
    await client.query(`ANALYZE ${now.join(', ')}`)
    await client.query('COMMIT')
    return { bytes, sha256, header, contents, migrated: since.map(({ name }) => name) }
  } finally {
    await entries.return(undefined)
    // Without a COMMIT the end of the connection is the end of everything that was done on it.
    await client.end().catch(() => undefined)
  }
}

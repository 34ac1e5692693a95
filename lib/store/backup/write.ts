import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { readMigrations } from '../migrate/apply'
import { estimateRows, quoted, readApplied, readSequences, readTables } from './catalog'
import { connect, transactionSettings } from './connect'
import { containerWriter, type Sealed } from './container'
import { copyOut } from './copyOut'
import { copyStatement } from './copyStatement'
import { type Content, type Contents, contentsName, format, type Header, headerName, pieceName } from './header'
import { leftOut, madeBy } from './ours'
import { BackupRefusal } from './refusal'
import { rowDigest } from './rowDigest'

/** What a backup is made of. */
export interface BackupOptions {
  readonly url: string
  /** The migrations of this release. */
  readonly migrationsFolder: string
  /** Of this program. */
  readonly version: string
  readonly now: Date
  /** Takes the bytes of the file; resolves when more may come. */
  readonly write: (bytes: Buffer) => Promise<void>
  readonly onProgress?: (table: string, rows: number, ofAbout: number) => void
}

/** What was written. */
export interface BackupResult extends Sealed {
  readonly header: Header
  readonly contents: Contents
  /** Tables of the schema that no migration has made: they are somebody else's, and not in the backup. */
  readonly foreign: readonly string[]
}

type TableOf = Awaited<ReturnType<typeof readTables>>[number]

async function systemIdentifier(client: Client): Promise<string | null> {
  // Asked first: a function that may not be called fails the whole transaction.
  const may = await client.query<{ may: boolean }>(
    `SELECT has_function_privilege('pg_control_system()', 'EXECUTE') AS may`,
  )
  if (!may.rows[0]?.may) return null
  const { rows } = await client.query<{ id: string }>(`SELECT system_identifier::text AS id FROM pg_control_system()`)
  return rows[0]?.id ?? null
}

async function readHead(client: Client, { version, now }: BackupOptions, tables: readonly TableOf[]): Promise<Header> {
  const { rows } = await client.query<{ postgres: string; database: string }>(
    `SELECT current_setting('server_version') AS postgres, current_database() AS database`,
  )
  const [row] = rows
  if (row === undefined) throw new Error('Postgres did not say which version it is')
  return {
    ...{ format, createdAt: now.toISOString(), version, ...row, systemIdentifier: await systemIdentifier(client) },
    migrations: await readApplied(client),
    tables: tables.map(({ name, columns, partitions }) => ({ name, columns, partitions })),
  }
}

/**
 * Writes a backup of everything the migrations have made, as of one moment: one REPEATABLE READ transaction that only reads, while others go on writing. The database may
 * be of an older release than the program. Memory does not grow with the rows. Throws `BackupRefusal` for a database that is not Tidemark's, or of a newer release.
 */
export async function writeBackup(options: BackupOptions): Promise<BackupResult> {
  const client = await connect(options.url, 'tidemark backup')
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await client.query(transactionSettings)
    const migrations = readMigrations(options.migrationsFolder)
    const ours = madeBy(migrations)
    const all = await readTables(client)
    const tables = all.filter(({ name }) => ours.tables.has(name) && !leftOut.has(name))
    if (tables.length > 0) {
      // Nothing of them is altered or dropped while they are read.
      await client.query(`LOCK TABLE ${tables.map(({ name }) => quoted(name)).join(', ')} IN ACCESS SHARE MODE`)
    }
    const header = await readHead(client, options, tables)
    const unknown = header.migrations.filter(({ name }) => !migrations.some((known) => known.name === name))
    if (header.migrations.length === 0) throw new BackupRefusal('There is nothing of Tidemark in this database')
    if (unknown.length > 0) {
      throw new BackupRefusal(
        `The database is of a newer release (${unknown.map(({ name }) => name).join(', ')}): back it up with that release`,
      )
    }
    const container = containerWriter(options.write)
    await container.add({ name: headerName, bytes: Buffer.from(`${JSON.stringify(header, null, 2)}\n`) })
    const about = await estimateRows(
      client,
      tables.map(({ name }) => name),
    )
    const contents: Contents = { tables: {}, sequences: {} }
    let before = 0
    for (const table of tables) {
      const content = await writeTable(client, table, container.add, (rows) =>
        options.onProgress?.(table.name, before + rows, about),
      )
      contents.tables[table.name] = content
      before += content.rows
    }
    contents.sequences = await readSequences(
      client,
      tables.map(({ name }) => name),
    )
    await container.add({ name: contentsName, bytes: Buffer.from(`${JSON.stringify(contents, null, 2)}\n`) })
    const sealed = await container.seal()
    await client.query('COMMIT')
    const foreign = all.map(({ name }) => name).filter((name) => !ours.tables.has(name))
    return { ...sealed, header, contents, foreign }
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function writeTable(
  client: Client,
  table: TableOf,
  add: ReturnType<typeof containerWriter>['add'],
  onRows: (rows: number) => void,
): Promise<Content> {
  const digest = rowDigest()
  const hash = createHash('sha256')
  let bytes = 0
  let pieces = 0
  for await (const piece of copyOut(client, copyStatement(table))) {
    digest.add(piece)
    hash.update(piece)
    bytes += piece.length
    await add({ name: pieceName(table.name, ++pieces), bytes: piece })
    onRows(digest.rows)
  }
  return { rows: digest.rows, bytes, sha256: hash.digest('hex'), sum: digest.sum }
}

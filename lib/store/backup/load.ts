import type { Client } from 'pg'
import { quoted, readTables } from './catalog'
import type { ReadEntry } from './container'
import { type CopyIn, copyIn } from './copyIn'
import { copyOut } from './copyOut'
import { copyStatement } from './copyStatement'
import { type Content, type Contents, contentsName, type Header, readContents, tableOfPiece } from './header'
import { BackupRefusal } from './refusal'
import { rowDigest } from './rowDigest'

type TableOf = Awaited<ReturnType<typeof readTables>>[number]

/** Makes the partitions of a partitioned table those of the backup: which ones there are depends on when they were made. The table holds no rows. */
async function adoptPartitions(client: Client, table: TableOf, wanted: Header['tables'][number]): Promise<void> {
  const text = (partitions: TableOf['partitions']) => JSON.stringify(partitions)
  if (!table.partitioned || text(table.partitions) === text(wanted.partitions)) return
  for (const { name } of table.partitions) await client.query(`DROP TABLE ${quoted(name)}`)
  for (const { name, bound } of wanted.partitions) {
    await client.query(`CREATE TABLE ${quoted(name)} PARTITION OF ${quoted(table.name)} ${bound}`)
  }
}

/** Brings the tables of the schema into the state in which the backup's rows can come: empty, with its partitions. Throws `BackupRefusal` when they are not those of the backup. */
export async function prepareTables(client: Client, { tables }: Header): Promise<readonly TableOf[]> {
  const made = new Map((await readTables(client)).map((table) => [table.name, table]))
  for (const { name, columns } of tables) {
    const table = made.get(name)
    if (table === undefined || [...table.columns].sort().join() !== [...columns].sort().join()) {
      throw new BackupRefusal(
        `The table ${name} of the backup is not the one that its migrations make: it was altered by hand where the backup was taken`,
      )
    }
  }
  const wanted = tables.flatMap((table) => made.get(table.name) ?? [])
  // A migration may have put rows into what it made.
  if (wanted.length > 0) await client.query(`TRUNCATE ${wanted.map(({ name }) => quoted(name)).join(', ')} CASCADE`)
  for (const table of tables) {
    const here = made.get(table.name)
    if (here) await adoptPartitions(client, here, table)
  }
  return wanted
}

/** Foreign keys and triggers away, and how to bring them back as they were: rows come table by table, and what a trigger would do to them was done before they were backed up. */
export async function suspendChecks(client: Client): Promise<() => Promise<void>> {
  const keys = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT r.relname AS table, c.conname AS name, pg_get_constraintdef(c.oid) AS definition FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid
     WHERE c.contype = 'f' AND c.conparentid = 0 AND c.connamespace = current_schema()::regnamespace ORDER BY 1, 2`,
  )
  const triggers = await client.query<{ table: string; name: string; state: string }>(
    `SELECT r.relname AS table, t.tgname AS name, t.tgenabled AS state FROM pg_trigger t JOIN pg_class r ON r.oid = t.tgrelid
     WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND t.tgenabled <> 'D' AND r.relnamespace = current_schema()::regnamespace ORDER BY 1, 2`,
  )
  for (const { table, name } of keys.rows) {
    await client.query(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${quoted(name)}`)
  }
  for (const { table, name } of triggers.rows) {
    await client.query(`ALTER TABLE ${quoted(table)} DISABLE TRIGGER ${quoted(name)}`)
  }
  const how: Readonly<Record<string, string>> = { O: 'ENABLE', A: 'ENABLE ALWAYS', R: 'ENABLE REPLICA' }
  return async () => {
    for (const { table, name, state } of triggers.rows) {
      await client.query(`ALTER TABLE ${quoted(table)} ${how[state]} TRIGGER ${quoted(name)}`)
    }
    // Postgres looks through all rows again here.
    for (const { table, name, definition } of keys.rows) {
      await client.query(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} ${definition}`)
    }
  }
}

/** Copies the rows of the pieces into their tables and returns what the backup says of them. `onPiece` is told after each piece how many bytes of the file were read. */
export async function loadRows(
  client: Client,
  header: Header,
  tables: readonly TableOf[],
  entries: AsyncIterable<ReadEntry>,
  onPiece: (table: string, read: number) => void,
): Promise<Contents> {
  const columnsOf = new Map(header.tables.map(({ name, columns }) => [name, columns.map(quoted).join(', ')]))
  const plain = new Set(tables.filter(({ partitioned }) => !partitioned).map(({ name }) => name))
  let open = null as { readonly table: string; readonly into: CopyIn } | null
  for await (const { name, bytes, read } of entries) {
    if (name === contentsName) {
      await open?.into.end()
      return readContents(bytes)
    }
    const table = tableOfPiece(name)
    const columns = table === null ? undefined : columnsOf.get(table)
    if (table === null || columns === undefined)
      throw new BackupRefusal(`The backup holds ${name}, which is nothing of it`)
    if (open?.table !== table) {
      await open?.into.end()
      // Frozen: nobody has to visit these rows again to find out that everybody may see them. Only tables of this transaction can be, and no partitioned ones.
      const frozen = plain.has(table) ? ' WITH (FREEZE)' : ''
      open = { table, into: await copyIn(client, `COPY ${quoted(table)} (${columns}) FROM STDIN${frozen}`) }
    }
    await open.into.write(bytes)
    onPiece(table, read)
  }
  throw new BackupRefusal('The backup ends without its list of contents')
}

/** Reads the tables again and compares them with what was written into the backup: as many rows, and the same. Throws when they are not. */
export async function compareRows(client: Client, header: Header, contents: Contents): Promise<void> {
  const made = new Map((await readTables(client)).map((table) => [table.name, table]))
  for (const { name, columns } of header.tables) {
    const table = made.get(name)
    const wanted: Content | undefined = contents.tables[name]
    if (table === undefined || wanted === undefined)
      throw new BackupRefusal(`The backup says nothing of the rows of ${name}`)
    const digest = rowDigest()
    for await (const piece of copyOut(client, copyStatement({ ...table, columns }))) digest.add(piece)
    if (digest.rows !== wanted.rows || digest.sum !== wanted.sum) {
      throw new Error(
        `What came of ${name} is not what the backup has: ${digest.rows} rows of ${wanted.rows}${digest.rows === wanted.rows ? ', and not the same' : ''}. Nothing was changed`,
      )
    }
  }
}

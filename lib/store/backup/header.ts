import { z } from 'zod'
import { BackupRefusal } from './refusal'

/** The format of the file, raised when older programs can no longer read it. */
export const format = 1

const migration = z.object({ name: z.string(), checksum: z.string() })
// The bound becomes SQL as it stands: nothing may follow it.
const partition = z.object({ name: z.string(), bound: z.string().regex(/^(DEFAULT|FOR VALUES [^;]*)$/) })
const table = z.object({ name: z.string(), columns: z.array(z.string()), partitions: z.array(partition) })

/** `backup.json`, the first file of a backup: what it is, and what its tables are made of. */
const headerSchema = z.object({
  format: z.literal(format),
  /** When it was begun; its rows are those of that moment. */
  createdAt: z.string(),
  version: z.string(),
  postgres: z.string(),
  database: z.string(),
  /** Of the cluster, from `pg_control_system()`; null where that may not be asked. */
  systemIdentifier: z.string().nullable(),
  migrations: z.array(migration),
  tables: z.array(table),
})

const contentSchema = z.object({ rows: z.number(), bytes: z.number(), sha256: z.string(), sum: z.string() })
const sequence = z.object({ last: z.string(), called: z.boolean() })

/** `contents.json`, the last file: what was written of each table, and where the sequences stand. */
const contentsSchema = z.object({
  tables: z.record(z.string(), contentSchema),
  sequences: z.record(z.string(), sequence),
})

export type Header = z.infer<typeof headerSchema>
export type Migration = z.infer<typeof migration>
export type Table = z.infer<typeof table>
export type Content = z.infer<typeof contentSchema>
export type Contents = z.infer<typeof contentsSchema>

export const headerName = 'backup.json'
export const contentsName = 'contents.json'

/** `tables/bar/000001.copy`: one piece of a table's rows, in the order of the numbers. Pure. */
export function pieceName(table: string, number: number): string {
  return `tables/${table}/${String(number).padStart(6, '0')}.copy`
}

/** The table of a piece; null for another name. Pure. */
export function tableOfPiece(name: string): string | null {
  return /^tables\/([^/]+)\/\d+\.copy$/.exec(name)?.[1] ?? null
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch (cause) {
    throw new BackupRefusal('The backup does not begin and end with what a backup of Tidemark does', { cause })
  }
}

/** Reads `backup.json`. Throws `BackupRefusal` for another format. */
export function readHeader(bytes: Buffer): Header {
  const json = parsed(bytes)
  const said = (json as { format?: unknown } | null)?.format
  if (said !== format) {
    throw new BackupRefusal(
      `The backup has the format ${JSON.stringify(said)}; this release reads ${format}: restore it with the release that wrote it, or a newer one`,
    )
  }
  const header = headerSchema.safeParse(json)
  if (!header.success) throw new BackupRefusal(`The head of the backup is not one: ${z.prettifyError(header.error)}`)
  return header.data
}

/** Reads `contents.json`. Throws `BackupRefusal` for what is none. */
export function readContents(bytes: Buffer): Contents {
  const contents = contentsSchema.safeParse(parsed(bytes))
  if (!contents.success) {
    throw new BackupRefusal(`The contents of the backup are none: ${z.prettifyError(contents.error)}`)
  }
  return contents.data
}

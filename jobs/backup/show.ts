import type { Contents, Header } from '@/lib/store/backup/header'

interface Shown {
  readonly bytes: number
  readonly sha256: string
  readonly header: Header
  readonly contents: Contents
}

const count = (value: number) => value.toLocaleString('en')

/** `181 KB`, `3.4 MB`. Pure. */
export function sizeText(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`
}

/** The rows of all tables together. Pure. */
export function rowsOf({ tables }: Contents): number {
  return Object.values(tables).reduce((sum, { rows }) => sum + rows, 0)
}

/** What a backup is, in one line: rows, tables, moment, release. Pure. */
export function backupText({ bytes, header, contents }: Shown): string {
  const tables = `${count(rowsOf(contents))} rows of ${Object.keys(contents.tables).length} tables`
  return `${tables}, ${sizeText(bytes)}, as of ${header.createdAt}, of ${header.database} (Tidemark ${header.version}, ${header.migrations.at(-1)?.name}, Postgres ${header.postgres})`
}

/** The same for programs. Pure. */
export function backupJson({ bytes, sha256, header, contents }: Shown, more: object): string {
  const { createdAt, version, postgres, database, systemIdentifier } = header
  const tables = Object.fromEntries(Object.entries(contents.tables).map(([name, { rows }]) => [name, rows]))
  const migrations = header.migrations.map(({ name }) => name)
  return JSON.stringify({
    ...more,
    ...{ bytes, sha256, createdAt, version, postgres, database, systemIdentifier },
    ...{ migrations, rows: rowsOf(contents), tables },
  })
}

import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findBinaries } from '@/lib/store/embedded/binaries'
import { databaseOwner } from '@/lib/store/embedded/owner'

/** A folder of Postgres programs: a system's whole set, or the three that npm brought. */
export interface PostgresPrograms {
  readonly folder: string
  /** Whether a copy of a running server can be taken. */
  readonly hasBaseBackup: boolean
}

const debian = '/usr/lib/postgresql'

function versions(): string[] {
  if (!existsSync(debian)) return []
  return readdirSync(debian).sort((a, b) => Number(b) - Number(a))
}

/** The newest Postgres that the system has installed; null when it has none. */
export function systemPostgres(): PostgresPrograms | null {
  const folder = versions()
    .map((version) => join(debian, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'pg_basebackup')))
  return folder === undefined ? null : { folder, hasBaseBackup: true }
}

/** The Postgres that npm brought. */
export function npmPostgres(): PostgresPrograms {
  return { folder: dirname(findBinaries(databaseOwner()).postgres), hasBaseBackup: false }
}

/** The PgBouncer that the system has installed; null when it has none. */
export function systemPgBouncer(): string | null {
  return ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/usr/local/bin/pgbouncer'].find(existsSync) ?? null
}

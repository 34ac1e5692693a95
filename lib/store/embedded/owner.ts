import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Numeric user and group. */
export interface Owner {
  readonly uid: number
  readonly gid: number
}

/** Postgres refuses to run as root: as root it runs as nobody; otherwise as whoever runs us (null). */
export function databaseOwner(): Owner | null {
  return process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : null
}

function walkableByOthers(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

/**
 * The folder of the database cluster: `<dataDir>/postgres`. Only when Postgres runs as another user and that user cannot walk to
 * `dataDir` (root in a 0700 home) it is a folder of its own under /var/lib/tidemark, which `<dataDir>/postgres.location` names: it
 * goes where the data folder goes, and a new data folder is a new database.
 */
export function clusterFolder(dataDir: string, owner: Owner | null): string {
  mkdirSync(dataDir, { recursive: true })
  if (!owner || walkableByOthers(dataDir)) return join(dataDir, 'postgres')
  const location = join(dataDir, 'postgres.location')
  if (!existsSync(location))
    writeFileSync(location, join('/var/lib/tidemark', randomBytes(8).toString('hex'), 'postgres'))
  return readFileSync(location, 'utf8').trim()
}

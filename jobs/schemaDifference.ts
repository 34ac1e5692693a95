import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * The SQL that would bring the database at `url` to prisma/schema.prisma; empty when they agree. Runs Prisma's own `migrate diff` over
 * the engine stand-in in prisma/. Throws with Prisma's message when it fails.
 */
export function schemaDifference(url: string): string {
  const root = process.cwd()
  const result = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/prisma/build/index.js'),
      ...['migrate', 'diff', '--config', 'prisma/prisma.config.ts'],
      ...['--from-config-datasource', '--to-schema', 'prisma/schema.prisma', '--script'],
    ],
    {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        DATABASE_URL: url,
        PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'prisma/schema-engine-shim.mjs'),
        CHECKPOINT_DISABLE: '1',
      },
    },
  )
  if (result.status !== 0) throw new Error(`prisma migrate diff failed: ${result.stderr || result.stdout}`)
  const script = result.stdout.trim()
  return script === '-- This is an empty migration.' ? '' : script
}

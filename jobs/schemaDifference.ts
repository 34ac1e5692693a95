import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * What Prisma would change back because its schema cannot say it: it takes the columns that the index of a key merely includes for parts of the key. What the keys really are
 * is looked at in tests/store/seriesKeys.test.ts.
 */
const beyondPrisma = [
  '-- AlterTable\nALTER TABLE "bar" DROP CONSTRAINT "bar_pkey",\nADD CONSTRAINT "bar_pkey" PRIMARY KEY ("listing_id", "session");',
]

/**
 * The SQL that would bring the database at `url` to prisma/schema.prisma; empty when they agree, but for what Prisma cannot express. Runs Prisma's own `migrate diff` over
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
  const script = beyondPrisma.reduce((text, known) => text.replace(known, ''), result.stdout).trim()
  return script === '-- This is an empty migration.' ? '' : script
}

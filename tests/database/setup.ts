import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openSql } from '@/lib/store/connection/sql'
import { startEmbedded } from '@/lib/store/embedded/cluster'
import { applyMigrations } from '@/lib/store/migrate/apply'

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string
  }
}

/** One embedded Postgres for the whole run, with an empty migrated template that each test file copies. */
export default async function setup(project: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), 'tidemark-test-'))
  // Postgres runs as nobody when the tests run as root, and must be able to walk in.
  chmodSync(dataDir, 0o755)
  const server = await startEmbedded({
    dataDir,
    database: 'template_tidemark',
    // Without autovacuum, or it would depend on the moment at which a template was copied what the planner knows of its tables.
    parameters: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'],
  })
  const sql = openSql(server.url, { max: 1 })
  await applyMigrations(sql, join(process.cwd(), 'prisma', 'migrations'))
  await sql.end()
  project.provide('databaseUrl', server.url)
  return async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

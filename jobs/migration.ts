/** `npm run migration -- NAME`: writes prisma/migrations/NNNN_NAME from what schema.prisma has and the migrations do not. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSql } from '@/lib/store/connection/sql'
import { startEmbedded } from '@/lib/store/embedded/cluster'
import { applyMigrations } from '@/lib/store/migrate/apply'
import { schemaDifference } from './schemaDifference'

const name = process.argv[2]
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Usage: npm run migration -- NAME, a name in lower case with underscores such as add_share_counts')
  process.exit(2)
}
const folder = join(process.cwd(), 'prisma', 'migrations')
const dataDir = mkdtempSync(join(tmpdir(), 'tidemark-migration-'))
// Postgres runs as nobody when we are root, and must be able to walk in.
chmodSync(dataDir, 0o755)
const server = await startEmbedded({ dataDir, parameters: ['fsync=off'] })
try {
  const sql = openSql(server.url, { max: 1 })
  await applyMigrations(sql, folder)
  await sql.end()
  const script = schemaDifference(server.url)
  if (script === '') {
    console.log('The migrations already make the schema.')
  } else {
    const number = String(
      readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).length + 1,
    )
    const target = join(folder, `${number.padStart(4, '0')}_${name}`)
    mkdirSync(target)
    writeFileSync(join(target, 'migration.sql'), `${script}\n`)
    console.log(`Wrote ${target}/migration.sql`)
  }
} finally {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

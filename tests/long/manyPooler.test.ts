import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPrisma } from '@/lib/store/connection/prisma'
import { openSql } from '@/lib/store/connection/sql'
import { applyMigrations } from '@/lib/store/migrate/apply'
import { type ManyServers, startManyServers } from '../many/cluster'
import { npmPostgres, systemPgBouncer, systemPostgres } from '../many/programs'

const pgBouncer = systemPgBouncer()
if (pgBouncer === null) console.warn('Skipped: tests/long/manyPooler, because PgBouncer is not installed here')

describe.skipIf(pgBouncer === null)('through PgBouncer, which gives each transaction any of its connections', () => {
  let servers: ManyServers
  beforeAll(async () => {
    servers = await startManyServers(systemPostgres() ?? npmPostgres(), pgBouncer, async (url) => {
      const sql = openSql(url, { max: 1 })
      await applyMigrations(sql, 'prisma/migrations')
      await sql.end()
    })
  })
  afterAll(() => servers?.close())
  const url = () => servers.pooler?.url ?? ''

  // With names this does not come to an end: the connection that a statement is handed to has never heard of it.
  test('many statements over more connections than it has to Postgres are right, in UTC', async () => {
    const clients = Array.from({ length: 6 }, () => openSql(url(), { pooled: true, max: 10 }))
    const asked = clients.flatMap((sql) =>
      Array.from({ length: 60 }, async (_, n) => {
        const [row] = await sql<{ n: number; zone: string; slugs: string[] }[]>`
          SELECT ${n}::int AS n, current_setting('TimeZone') AS zone, ${['a', 'b']}::text[] AS slugs, pg_sleep(0.002)`
        expect(row).toMatchObject({ n, zone: 'UTC', slugs: ['a', 'b'] })
      }),
    )
    await Promise.all(asked)
    await Promise.all(clients.map((sql) => sql.end()))
  }, 20_000)

  test('the URL says it as well, and has the last word', async () => {
    const sql = openSql(`${url()}?pgbouncer=true`, { max: 1 })
    expect(await sql`SELECT 1 AS one`).toEqual([{ one: 1 }])
    expect(sql.options.prepare).toBe(false)
    await sql.end()
    const newer = openSql(`${url()}?pgbouncer=false`, { max: 1, pooled: true })
    expect(newer.options.prepare).toBe(true)
  })

  test('a transaction keeps its connection, with its locks and its temporary tables', async () => {
    const sql = openSql(url(), { pooled: true, max: 4 })
    await Promise.all(
      Array.from({ length: 12 }, () =>
        sql.begin(async (tx) => {
          const [before] = await tx<{ pid: number }[]>`SELECT pg_backend_pid() AS pid, pg_advisory_xact_lock(41208)`
          await tx`CREATE TEMPORARY TABLE one_at_a_time (n int) ON COMMIT DROP`
          await tx`INSERT INTO one_at_a_time VALUES (1)`
          const [after] = await tx<{ pid: number; rows: number }[]>`
            SELECT pg_backend_pid() AS pid, (SELECT count(*)::int FROM one_at_a_time) AS rows`
          expect(after).toEqual({ pid: before?.pid, rows: 1 })
        }),
      ),
    )
    await sql.end()
  })

  test('Prisma reads, writes and runs transactions', async () => {
    const prisma = openPrisma(url())
    const make = (slug: string) => prisma.topic.create({ data: { slug, name: slug, nameZh: slug, kind: 'company' } })
    await Promise.all(Array.from({ length: 20 }, (_, n) => make(`topic-${n}`)))
    await prisma.$transaction(async (tx) => {
      await tx.topic.update({ where: { slug: 'topic-1' }, data: { note: 'changed' } })
      expect(await tx.topic.findUnique({ where: { slug: 'topic-1' } })).toMatchObject({ note: 'changed' })
    })
    const counts = await Promise.all(Array.from({ length: 40 }, () => prisma.topic.count()))
    expect(new Set(counts)).toEqual(new Set([20]))
    await prisma.$disconnect()
  })
})

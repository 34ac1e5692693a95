import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPrisma } from '@/lib/store/connection/prisma'
import { openSql } from '@/lib/store/connection/sql'
import { isStoreUnreachable } from '@/lib/store/connection/unreachable'
import { applyMigrations } from '@/lib/store/migrate/apply'
import { type ManyServers, startManyServers } from '../many/cluster'
import { npmPostgres, systemPgBouncer, systemPostgres } from '../many/programs'
import { until } from '../many/until'

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

  test('when it is killed again and again under transactions, nobody waits for ever and the process lives: the driver is mended', async () => {
    const sql = openSql(url(), { pooled: true })
    await sql`CREATE TABLE entry (n int)`
    let [over, done] = [false, 0]
    const others: unknown[] = []
    const write = async () => {
      while (!over) {
        try {
          await sql.begin(async (tx) => {
            await tx`INSERT INTO entry VALUES (${1})`
            await tx`INSERT INTO entry SELECT ${2} FROM pg_sleep(0.01)`
          })
          done++
        } catch (error) {
          if (!isStoreUnreachable(error)) others.push(error)
          await pause(50)
        }
      }
    }
    const writers = Array.from({ length: 15 }, write)
    for (let kill = 0; kill < 4; kill++) {
      await pause(300)
      await servers.pooler?.kill()
      await pause(200)
      await servers.pooler?.start()
    }
    const before = done
    await until(() => done > before + 100)
    over = true
    await Promise.all(writers)
    expect(others).toEqual([])
    const [{ rows } = { rows: 0 }] = await sql<{ rows: number }[]>`SELECT count(*)::int AS rows FROM entry`
    expect(rows).toBeGreaterThanOrEqual(2 * done)
    expect(rows % 2).toBe(0)
    await sql.end()
  }, 60_000)
})

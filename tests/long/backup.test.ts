import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { openStore } from '@/lib/store/connection/store'
import { startEmbedded } from '@/lib/store/embedded/cluster'
import { applyMigrations } from '@/lib/store/migrate/apply'
import { type FreshStore, freshStore } from '../database/fresh'
import { newDataDir } from '../fault/launched'
import { startJob } from '../fault/process'
import { bareStore, everyRow, migrationsFolder, migrationsUpTo, previousRelease } from '../store/backup/databases'
import { backUp, now, restore } from '../store/backup/files'

const folder = mkdtempSync(join(tmpdir(), 'tidemark-backups-'))
const made: FreshStore[] = []
async function keep(store: Promise<FreshStore>): Promise<FreshStore> {
  made.push(await store)
  return store
}
afterAll(async () => {
  for (const store of made) await store.close()
  rmSync(folder, { recursive: true })
})

test('a backup of an older release is migrated on, and one of a newer release is refused', async () => {
  const source = await keep(freshStore())
  const whole = await backUp(source, folder, 'newer.tar.gz')
  const old = await keep(previousRelease())
  const { file, header } = await backUp(old, folder, 'old.tar.gz')
  expect(header.migrations.at(-1)?.name).toBe('0006_live')
  const empty = await keep(freshStore())
  expect((await restore(empty, file)).migrated[0]).toBe('0007_series_version')
  const after = await everyRow(empty)
  const before = await everyRow(old)
  for (const name of ['bar', 'audit_entry', 'account_user', 'signal'])
    expect({ name, rows: after[name] }).toEqual({ name, rows: before[name] })
  expect(after.series_version).toHaveLength(3)
  const older = migrationsUpTo('0006_live')
  await expect(restore(empty, whole.file, { migrationsFolder: older })).rejects.toThrow(
    /newer release.*0007_series_version/,
  )
  await expect(backUp(source, folder, 'never.tar.gz', older)).rejects.toThrow(/newer release/)
  rmSync(older, { recursive: true })
})

test('partitions are restored as they were, whichever the schema begins with', async () => {
  const partitioned = mkdtempSync(join(tmpdir(), 'tidemark-partitions-'))
  const parts = `CREATE TABLE tick (at timestamptz NOT NULL, n int, twice int GENERATED ALWAYS AS (n * 2) STORED, id int GENERATED ALWAYS AS IDENTITY) PARTITION BY RANGE (at);
    CREATE TABLE tick_1 PARTITION OF tick FOR VALUES FROM ('2026-01-01Z') TO ('2026-02-01Z');`
  mkdirSync(join(partitioned, '0001_tick'))
  writeFileSync(join(partitioned, '0001_tick', 'migration.sql'), parts)
  const store = await keep(bareStore())
  await applyMigrations(store.sql, partitioned)
  await store.sql`DROP TABLE tick_1`
  await store.sql`CREATE TABLE tick_2 PARTITION OF tick FOR VALUES FROM ('2026-01-15Z') TO ('2026-03-01Z')`
  await store.sql`CREATE TABLE tick_rest PARTITION OF tick DEFAULT`
  await store.sql`INSERT INTO tick (at, n) SELECT '2026-01-20Z'::timestamptz + d * interval '10 days', d FROM generate_series(0, 9) AS d`
  const { file } = await backUp(store, folder, 'partitions.tar.gz', partitioned)
  const target = await keep(bareStore())
  await restore(target, file, { migrationsFolder: partitioned })
  const counts = ({ sql }: FreshStore) =>
    sql`SELECT tableoid::regclass::text AS part, count(*)::int, sum(twice)::int FROM tick GROUP BY 1 ORDER BY 1`
  expect(await counts(target)).toEqual(await counts(store))
  expect((await target.sql`INSERT INTO tick (at, n) VALUES (now(), 1) RETURNING id`)[0]?.id).toBe(11)
  rmSync(partitioned, { recursive: true })
})

test('rows that point at nothing end a restore, and the database is as it was', async () => {
  const bad = await keep(previousRelease())
  await bad.sql`ALTER TABLE sign_in DROP CONSTRAINT sign_in_user_id_fkey`
  await bad.sql`UPDATE sign_in SET user_id = 'nobody'`
  const { file } = await backUp(bad, folder, 'bad.tar.gz')
  const target = await keep(previousRelease())
  const before = await everyRow(target)
  await expect(restore(target, file, { replace: true })).rejects.toThrow(/foreign key/)
  expect(await everyRow(target)).toEqual(before)
})

test('a backup is of one moment: pairs that are written together are in it together', async () => {
  const source = await keep(previousRelease())
  await applyMigrations(source.sql, migrationsFolder)
  const { sql } = source
  let writing = true
  let written = 0
  const writer = (async () => {
    while (writing) {
      const at = new Date(now.getTime() + ++written)
      await sql.begin(async (tx) => {
        await tx`INSERT INTO bar_revision SELECT listing_id, session, ${at}, open, high, low, close, volume, feed, feed_symbol, fetched_at, as_of FROM bar WHERE listing_id = 3`
        await tx`INSERT INTO topic (slug, name, name_zh, kind) VALUES (${`pair-${written}`}, '', '', 'chip')`
      })
    }
  })()
  for (let i = 0; i < 3; i++) {
    const { contents } = await backUp(source, folder, `moment-${i}.tar.gz`)
    const bars = await sql`SELECT count(*)::int AS bars FROM bar WHERE listing_id = 3`
    const revisions = (contents.tables.bar_revision?.rows ?? 0) - 3
    const pairs = (contents.tables.topic?.rows ?? 0) - 2
    expect(revisions).toBe(pairs * bars[0]?.bars)
    expect(Number(contents.sequences.topic_id_seq?.last)).toBeGreaterThanOrEqual(pairs + 2)
  }
  writing = false
  await writer
  expect(written).toBeGreaterThan(3)
})

describe('npm run backup and npm run restore', () => {
  const run = (url: string, job: string, ...args: string[]) => startJob(job, args, { DATABASE_URL: url }).ended
  const file = join(folder, 'command.tar.gz')

  test('a backup is one file for its owner, which tar and sha256sum can read', async () => {
    const store = await keep(previousRelease())
    const { code, stdout, stderr } = await run(store.url, 'backup', file, '--json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const said = JSON.parse(stdout)
    expect(said).toMatchObject({
      file,
      database: expect.stringContaining('test_'),
      tables: { quote: 200, audit_entry: 2 },
    })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(file).size).toBe(said.bytes)
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([])
    const out = join(folder, 'unpacked')
    mkdirSync(out)
    execFileSync('tar', ['-xzf', file, '-C', out])
    const contents = JSON.parse(readFileSync(join(out, 'contents.json'), 'utf8'))
    const quotes = join(out, 'tables', 'quote', '000001.copy')
    expect(execFileSync('sha256sum', [quotes], { encoding: 'utf8' }).slice(0, 64)).toBe(contents.tables.quote.sha256)
    expect(readFileSync(join(out, 'SHA256'), 'utf8').slice(0, 64)).toBe(said.sha256)
  })

  test('it is checked, restored, refused the second time, and put in the place of what is there when told to', async () => {
    const target = await keep(bareStore())
    expect((await run(target.url, 'restore', file, '--check')).stdout).toContain('is whole')
    const first = await run(target.url, 'restore', file)
    expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining('then migrated by 0007_series_version') })
    const again = await run(target.url, 'restore', file)
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('--replace') })
    expect((await run(target.url, 'restore', file, '--replace')).code).toBe(0)
    writeFileSync(join(folder, 'half.tar.gz'), readFileSync(file).subarray(0, 5000))
    const half = await run(target.url, 'restore', join(folder, 'half.tar.gz'), '--replace')
    expect(half).toMatchObject({ code: 2, stderr: expect.stringContaining('cut or altered') })
    expect((await run(target.url, 'restore', join(folder, 'none.tar.gz'))).code).toBe(2)
  })

  test('a restore that is killed with -9 half-way leaves what was there, and can be run again', async () => {
    const big = await keep(previousRelease())
    await big.sql`INSERT INTO listing (id, symbol, mic, ticker, name, name_zh, kind, currency, tracked_from)
      SELECT n, 'X' || n, 'XNAS', 'X' || n, '', '', 'equity', 'USD', '2020-01-02' FROM generate_series(100, 199) AS n`
    await big.sql`INSERT INTO bar SELECT l, '2020-01-01'::date + d, 1, 1, 1, 1, 1, true, 'yahoo', 'X', now(), now()
      FROM generate_series(100, 199) AS l, generate_series(1, 2000) AS d`
    const { file: large } = await backUp(big, folder, 'large.tar.gz')
    const target = await keep(previousRelease())
    const before = await everyRow(target)
    const job = startJob('restore', [large, '--replace'], { DATABASE_URL: target.url })
    const copied = async () => {
      const [row] =
        await target.sql`SELECT tuples_processed AS rows FROM pg_stat_progress_copy WHERE datname = current_database() AND command = 'COPY FROM'`
      return Number(row?.rows ?? 0)
    }
    while ((await copied()) < 20_000) await sleep(5)
    job.child.kill('SIGKILL')
    await job.ended
    while ((await target.sql`SELECT 1 FROM pg_stat_activity WHERE application_name = 'tidemark restore'`).length > 0)
      await sleep(20)
    expect(await everyRow(target)).toEqual(before)
    await restore(target, large, { replace: true })
    expect((await target.sql`SELECT count(*)::int AS bars FROM bar`)[0]?.bars).toBe(200_000 + (before.bar?.length ?? 0))
  })
})

test('a data folder of the previous release is brought up by this one with everything in it', async () => {
  const dataDir = newDataDir()
  const server = await startEmbedded({ dataDir })
  const { sql, close } = openStore(server.url, { max: 1 })
  const older = migrationsUpTo('0006_live')
  await applyMigrations(sql, older)
  rmSync(older, { recursive: true })
  await sql.unsafe(readFileSync(join('tests', 'database', 'release0006.sql'), 'utf8'))
  const before = await everyRow({ sql })
  await close()
  await server.stop()

  const { code, stdout } = await startJob('migrate', [], { DATA_DIR: dataDir, DATABASE_URL: '' }).ended
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/applied 0007_series_version/) })
  const again = await startEmbedded({ dataDir })
  const after = openStore(again.url, { max: 1 })
  const rows = await everyRow(after)
  for (const name of ['account_user', 'audit_entry', 'bar_revision', 'sign_in'])
    expect(rows[name]).toEqual(before[name])
  expect(before.bar?.filter((row) => !rows.bar?.includes(row))).toEqual([])
  await after.close()
  await again.stop()
  rmSync(dataDir, { recursive: true })
})

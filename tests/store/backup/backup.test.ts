import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { containerWriter, readContainer } from '@/lib/store/backup/container'
import { writeBackup } from '@/lib/store/backup/write'
import { openSql } from '@/lib/store/connection/sql'
import { applyMigrations } from '@/lib/store/migrate/apply'
import type { FreshStore } from '../../database/fresh'
import { openPeople, type People, password } from '../access/people'
import { bareStore, everyRow, migrationsFolder, previousRelease } from './databases'
import { backUp, now, ofTheDatabase, restore } from './files'

const folder = mkdtempSync(join(tmpdir(), 'tidemark-backup-'))
const made: FreshStore[] = []
async function keep(store: Promise<FreshStore>): Promise<FreshStore> {
  made.push(await store)
  return store
}

let source: FreshStore
let whole: Awaited<ReturnType<typeof backUp>>
let people: People
let cookie: string
let rows: Record<string, string[]>
beforeAll(async () => {
  source = await keep(previousRelease())
  await applyMigrations(source.sql, migrationsFolder)
  people = openPeople(source, () => now)
  cookie = await people.firstAdmin('eve@example.org')
  whole = await backUp(source, folder, 'whole.tar.gz')
  rows = { ...(await everyRow(source)), ...ofTheDatabase }
})
afterAll(async () => {
  for (const store of made) await store.close()
  rmSync(folder, { recursive: true })
})

describe('a backup that is restored', () => {
  let target: FreshStore
  test('into a database without a schema is the same rows, whatever is in them', async () => {
    target = await keep(bareStore())
    const { migrated, contents } = await restore(target, whole.file)
    expect(migrated).toEqual([])
    expect({ ...(await everyRow(target)), ...ofTheDatabase }).toEqual(rows)
    expect(contents.tables.bar?.rows).toBe(rows.bar?.length)
    expect(await applyMigrations(target.sql, migrationsFolder)).toEqual([])
  })

  test('works: answers are the same, who was signed in is, ids go on, versions move, the audit stays', async () => {
    const here = openPeople(target, () => now)
    for (const path of ['/listings/NVDA/bars?adjust=total', '/events/deepseek', '/signals']) {
      const [wanted, found] = [await people.send('GET', path), await here.send('GET', path)]
      expect({ path, status: found.status }).toEqual({ path, status: 200 })
      expect(found.body).toEqual(wanted.body)
    }
    expect((await here.send('GET', '/session', { cookie })).body).toMatchObject({ email: 'eve@example.org' })
    const again = await here.send('POST', '/session', { body: { email: 'eve@example.org', password } })
    expect(again.body).toMatchObject({ signedIn: true, role: 'admin' })
    const { sql } = target
    const [row] = await sql`INSERT INTO topic (slug, name, name_zh, kind) VALUES ('new', '', '', 'chip') RETURNING id`
    expect(row?.id).toBe(3)
    await expect(sql`DELETE FROM audit_entry`).rejects.toThrow(/never changed/)
    await expect(sql`INSERT INTO topic_listing VALUES (99, 99)`).rejects.toThrow(/foreign key/)
    const version = () => sql`SELECT version FROM series_version WHERE listing_id = 2`
    const [before] = await version()
    await sql`UPDATE bar SET close = close WHERE listing_id = 2 AND session = '2026-01-05'`
    const [after] = await version()
    expect(after?.version > before?.version).toBe(true)
    // Whoever was away while it was restored reads everything again.
    expect((await sql`SELECT count(*)::int AS topics FROM live_change`)[0]?.topics).toBeGreaterThan(10)
  })

  test('replaces what a database holds only when told to, and leaves alone what is not Tidemark’s', async () => {
    const { sql } = target
    await sql`CREATE TABLE notes (text text)`
    await sql`INSERT INTO notes VALUES ('mine')`
    const before = await everyRow(target)
    await expect(restore(target, whole.file)).rejects.toThrow(/holds data.*--replace/)
    expect(await everyRow(target)).toEqual(before)
    await restore(target, whole.file, { replace: true })
    const { notes, ...after } = await everyRow(target)
    expect({ ...after, ...ofTheDatabase }).toEqual(rows)
    expect(notes).toEqual(['{"text": "mine"}'])
    expect((await backUp(target, folder, 'foreign.tar.gz')).foreign).toEqual(['notes'])
  })
})

describe('what is refused changes nothing', () => {
  let target: FreshStore
  let before: Record<string, string[]>
  beforeAll(async () => {
    target = await keep(previousRelease())
    before = await everyRow(target)
  })
  const refused = async (bytes: Buffer, reason: RegExp, name = 'broken.tar.gz') => {
    writeFileSync(join(folder, name), bytes)
    await expect(restore(target, join(folder, name), { replace: true })).rejects.toThrow(reason)
  }

  test('a file that was cut anywhere, has a byte changed anywhere, or more at its end', async () => {
    const bytes = readFileSync(whole.file)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] as number) ^ by
        await refused(changed, /cut or altered/)
        await refused(bytes.subarray(0, at), /cut or altered|no backup/)
      }),
      {
        numRuns: 100,
        examples: [
          [bytes.length - 1, 1],
          [bytes.length - 1100, 1],
          [0, 1],
          [4, 1],
        ],
      },
    )
    await refused(Buffer.concat([bytes, Buffer.from([0])]), /cut or altered/)
    await refused(Buffer.from('something else'.repeat(1000)), /no backup/)
    expect(await everyRow(target)).toEqual(before)
  })

  test('a restore that fails half-way: the rows of a later table cannot come', async () => {
    // A backup of a database that did not keep its rules: two rows of one key, in the last table of all.
    const { sql } = target
    await sql`ALTER TABLE topic_listing DROP CONSTRAINT topic_listing_pkey`
    await sql`INSERT INTO topic_listing SELECT * FROM topic_listing`
    const { file } = await backUp(target, folder, 'bad.tar.gz')
    await sql`TRUNCATE topic_listing`
    await sql`INSERT INTO topic_listing VALUES (1, 2)`
    await expect(restore(target, file, { replace: true })).rejects.toThrow(/duplicate key/)
    expect(await everyRow(target)).toEqual(before)
  })

  test('a whole file of another format, of other migrations, with a bound that says more, or with rows that are not those it lists', async () => {
    const altered = async (name: string, change: (json: string) => string) => {
      const pieces: Buffer[] = []
      const container = containerWriter(async (bytes) => void pieces.push(bytes))
      for await (const entry of readContainer(whole.file)) {
        await container.add(entry.name === name ? { name, bytes: Buffer.from(change(entry.bytes.toString())) } : entry)
      }
      await container.seal()
      return Buffer.concat(pieces)
    }
    const format = await altered('backup.json', (json) => json.replace('"format": 1', '"format": 2'))
    await refused(format, /format 2; this release reads 1/)
    const { checksum } = whole.header.migrations[0] ?? { checksum: '' }
    await refused(
      await altered('backup.json', (json) => json.replace(checksum, 'other')),
      /0001_init: they were edited/,
    )
    const bound = await altered('backup.json', (json) =>
      json.replace('"partitions": []', '"partitions": [{"name": "x", "bound": "DEFAULT; DROP TABLE bar"}]'),
    )
    await refused(bound, /bound/)
    const { sum } = whole.contents.tables.bar ?? { sum: '' }
    const rows = await altered('contents.json', (json) => json.replace(sum, '0'.repeat(16)))
    await refused(rows, /What came of bar is not what the backup has/)
    expect(await everyRow(target)).toEqual(before)
  })

  test('a database that Tidemark runs on, or that something of others depends on', async () => {
    const sql = openSql(target.url, {
      max: 1,
      applicationName: 'tidemark web',
    })
    await sql`SELECT 1`
    await expect(restore(target, whole.file, { replace: true })).rejects.toThrow(
      /runs on this database \(tidemark web\)/,
    )
    await sql.end()
    await target.sql`CREATE VIEW closes AS SELECT close FROM bar`
    await expect(restore(target, whole.file, { replace: true })).rejects.toThrow(/view closes depends on/)
    await target.sql`DROP VIEW closes`
    expect(await everyRow(target)).toEqual(before)
  })

  test('a backup whose file cannot be written ends with the reason, and lets go of the database', async () => {
    const write = async () => {
      throw new Error('ENOSPC: no space left on device')
    }
    const failing = writeBackup({ url: target.url, migrationsFolder, version: '0.1.0', now, write })
    await expect(failing).rejects.toThrow(/no space left/)
    await expect
      .poll(() => target.sql`SELECT pid FROM pg_stat_activity WHERE application_name = 'tidemark backup'`)
      .toHaveLength(0)
  })

  test('what is no database of Tidemark cannot be backed up', async () => {
    await expect(backUp(await keep(bareStore()), folder, 'none.tar.gz')).rejects.toThrow(/nothing of Tidemark/)
  })
})

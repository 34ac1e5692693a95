import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { madeBy } from '@/lib/store/backup/ours'
import { rowDigest } from '@/lib/store/backup/rowDigest'
import { type Entry, readTar, tarEnd, tarEntry } from '@/lib/store/backup/tar'

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

async function readAll(bytes: Buffer, size: number): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of readTar(inPieces(bytes, size))) entries.push(entry)
  return entries
}

const files = fc.array(
  fc.record({
    name: fc.stringMatching(/^[a-z/.]{1,100}$/),
    bytes: fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
  }),
  { maxLength: 5 },
)

describe('an archive', () => {
  test('gives back its files, however its bytes come', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.integer({ min: 1, max: 5000 }), async (entries, size) => {
        const bytes = Buffer.concat([...entries.map(tarEntry), tarEnd])
        expect(await readAll(bytes, size)).toEqual(entries)
      }),
      { numRuns: 50 },
    )
  })

  test('that ends within a file, or is none, is refused', async () => {
    const bytes = tarEntry({ name: 'a', bytes: Buffer.alloc(1000, 'x') })
    await expect(readAll(bytes.subarray(0, 1200), 100)).rejects.toThrow(/ends within a file/)
    await expect(readAll(Buffer.alloc(512, 'x'), 512)).rejects.toThrow(/no tar archive/)
    expect(() => tarEntry({ name: 'x'.repeat(101), bytes })).toThrow(/too long/)
  })
})

test('the digest of rows is the same in any order and any pieces, and another for other rows', () => {
  const digest = (pieces: readonly string[]) => {
    const rows = rowDigest()
    for (const piece of pieces) rows.add(Buffer.from(piece))
    return `${rows.rows} ${rows.sum}`
  }
  const row = fc.stringMatching(/^[a-z\t\\0-9é]{1,20}$/).map((text) => `${text}\n`)
  fc.assert(
    fc.property(fc.array(row, { minLength: 2 }), (rows) => {
      const whole = digest([rows.join('')])
      expect(digest([...rows].reverse())).toBe(whole)
      expect(digest(rows.slice(1))).not.toBe(whole)
      expect(digest([`${rows[0]?.slice(0, -1)}x\n`, ...rows.slice(1)])).not.toBe(whole)
      expect(digest([`${rows[0]?.slice(0, -1)}${rows[1]}`, ...rows.slice(2), '\n'])).not.toBe(whole)
    }),
    { numRuns: 200 },
  )
})

test('what the migrations make is told from what they only mention', () => {
  const sql = `-- CREATE TABLE "not_this"
    CREATE TABLE "bar" (id int); CREATE TABLE IF NOT EXISTS quote_new (id int); ALTER TABLE quote RENAME TO quote_old;
    CREATE TYPE "Kind" AS ENUM ('a'); CREATE OR REPLACE FUNCTION f() RETURNS trigger AS $$ BEGIN INSERT INTO other VALUES (1); END $$;`
  const ours = madeBy([{ name: '0001', checksum: '', sql }])
  expect([...ours.tables].sort()).toEqual(['_prisma_migrations', 'bar', 'quote_new', 'quote_old'])
  expect([...ours.functions]).toEqual(['f'])
  expect(ours.types.has('Kind')).toBe(true)
})

import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '@/lib/market/date'
import { sessionsBetween } from '@/lib/market/sessions'
import { fewestCopied } from '@/lib/store/bar/writeMany'
import type { FreshStore } from '../database/fresh'
import { seededStore } from '../database/seeded'
import { startJob } from '../fault/process'
import { storeExport } from '../fault/seeded'

let store: FreshStore
const file = join(tmpdir(), `tidemark-copy-kill-${process.pid}.csv`)
beforeAll(async () => {
  store = await seededStore()
})
afterAll(async () => {
  rmSync(file, { force: true })
  await store.close()
})

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const symbol = '688256.SS'

/** A file that brings three years before the stored ones, and of these every tenth session with a share more. */
async function writeFile(): Promise<{ added: number; changed: number }> {
  const stored = await store.sql<{ session: string; cells: string; volume: bigint }[]>`
    SELECT session, concat_ws(',', open, high, low, close) AS cells, volume FROM bar JOIN listing l ON l.id = listing_id
    WHERE l.symbol = ${symbol} ORDER BY session`
  const [first] = stored
  if (first === undefined) throw new Error(`no bars of ${symbol}`)
  const open = Number(first.cells.split(',')[0])
  const older = sessionsBetween('XSHG', '2020-08-03', addDays(first.session, -1)).map((session, i) => {
    const close = (open + (i % 7) / 10).toFixed(2)
    return `${session},${close},${close},${close},${close},${1000 + i}`
  })
  const known = stored.map(
    ({ session, cells, volume }, i) => `${session},${cells},${volume + (i % 10 === 0 ? 1n : 0n)}`,
  )
  writeFileSync(file, ['date,open,high,low,close,volume', ...older, ...known].join('\n'))
  expect(older.length + known.length).toBeGreaterThan(fewestCopied)
  return { added: older.length, changed: Math.ceil(known.length / 10) }
}

test('kill -9 in a COPY, and in the merge after it, leaves nothing half; the next run stores all of it with its revisions', async () => {
  const { added, changed } = await writeFile()
  const before = await storeExport(store)
  const start = () => startJob('import', [file, '--listing', symbol, '--json'], { DATABASE_URL: store.url })
  // Slows every row down, so that a kill falls between two of them.
  await store.sql.unsafe(`
    CREATE FUNCTION slow_row() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.002); RETURN NEW; END';
    CREATE TRIGGER slow_row BEFORE INSERT OR UPDATE ON bar FOR EACH ROW EXECUTE FUNCTION slow_row()`)
  const isAt = async (query: string) =>
    (
      await store.sql`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
      AND state = 'active' AND query LIKE ${query}`
    ).length > 0
  for (const query of ['COPY bar (%', '%WITH candidate AS%']) {
    const job = start()
    let ended = false
    void job.ended.then(() => {
      ended = true
    })
    while (!(await isAt(query))) {
      if (ended) throw new Error(`the import ended before "${query}": ${(await job.ended).stderr}`)
      await sleep(2)
    }
    await sleep(50)
    expect(await isAt(query)).toBe(true)
    job.child.kill('SIGKILL')
    expect((await job.ended).signal).toBe('SIGKILL')
    // The server rolls an open transaction back when it notices that its client is gone.
    while (await isAt(query)) await sleep(20)
    expect(await storeExport(store)).toEqual(before)
  }
  await store.sql`DROP TRIGGER slow_row ON bar`
  const { code, stdout } = await start().ended
  expect({ code, stored: JSON.parse(stdout).stored }).toEqual({ code: 0, stored: true })
  const after = await storeExport(store)
  const revisions = (lines: readonly string[]) => lines.filter((line) => line.startsWith('revision,')).length
  expect(revisions(after) - revisions(before)).toBe(changed)
  expect(after).toHaveLength(before.length + added + changed)
})

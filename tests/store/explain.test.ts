import { afterAll, beforeAll, expect, test } from 'vitest'
import { createExport } from '@/app/_export/app'
import { isViewPath } from '@/app/_export/paths'
import type { ApiDocument } from '@/lib/api/document/types'
import { hitsOfRule } from '@/lib/signals/evaluate'
import { signalReads } from '@/lib/signals/reads'
import { setStore } from '@/lib/store/connection/store'
import { listingBySymbol } from '@/lib/store/listing/list'
import { listRules } from '@/lib/store/rule/list'
import { paths } from '../browser/quality'
import { openPeople } from './access/people'
import { readsOf, storeWhatExamplesName } from './api/operations'
import { now, type SeededApi, seededApi } from './api/seeded'
import { fillForPlans } from './explain/filled'
import { generalWholeReadsOf, knownTables, wholeReadsOf } from './explain/plans'
import { recordingStore } from './explain/recorded'
import { workOf } from './explain/work'

let seeded: SeededApi
let recorder: ReturnType<typeof recordingStore>
beforeAll(async () => {
  seeded = await seededApi()
  await storeWhatExamplesName(seeded.store.sql)
  await fillForPlans(seeded.store.sql, now)
  recorder = recordingStore(seeded.store.url)
})
afterAll(async () => {
  await recorder.store.close()
  await seeded.store.close()
})

async function everyDoor(): Promise<void> {
  const { store, through } = recorder
  const people = openPeople({ ...store, url: seeded.store.url }, () => now, { publicUrl: 'http://localhost' })
  const asAdmin = { cookie: await people.firstAdmin(), origin: 'http://localhost' }
  const document = (await (await people.api.request('/api/v1/openapi.json')).json()) as ApiDocument
  for (const { address } of readsOf(document).filter(({ type }) => type === undefined)) {
    // Over all listings and years it takes seconds, and asks for nothing that it does not with a range.
    if (address.endsWith('/backtest')) continue
    await through(`GET ${address}`, async () => {
      const { status } = await people.api.request(address, { headers: asAdmin })
      expect([address, status]).toEqual([address, 200])
    })
  }
  setStore(store)
  const pages = createExport({ originOf: () => 'https://tidemark.example', now: () => now })
  for (const path of paths) {
    const url = new URL(path, 'http://localhost')
    if (!isViewPath(decodeURIComponent(url.pathname))) continue
    const file = `${url.pathname === '/' ? '/board' : url.pathname}.json${url.search}`
    // One of them asks for what cannot be meant, and is refused.
    await through(`page ${path}`, async () => expect((await pages.request(file)).status).toBeLessThan(500))
  }
  const listing = await listingBySymbol(store.sql, 'NVDA')
  if (listing === null) throw new Error('there is no NVDA')
  for (const rule of await listRules(store.sql)) {
    await through(`rule ${rule.slug}`, () => hitsOfRule(signalReads(store, now), { ...rule, listings: ['NVDA'] }))
  }
  for (const [name, work] of Object.entries(workOf(store, listing, now))) await through(`work: ${name}`, work)
}

test('every table is known as one that grows or one that stays small', async () => {
  const rows = await seeded.store.sql<{ name: string }[]>`
    SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname !~ '^quote_[0-9]{8}$'`
  expect(rows.map(({ name }) => name).sort()).toEqual(knownTables)
})

/** What reads a whole table that grows all the same, and why it may. */
const allowed: readonly { readonly text: RegExp; readonly why: string }[] = [
  {
    text: /^\s*SELECT count\(\*\)::int AS count\s+FROM signal s /,
    why: 'how many signals there are is part of the answer: it tells the number of pages',
  },
  { text: /^\s*SELECT r\.slug AS rule, count\(\*\)/, why: 'how often each rule came true is the answer' },
]

test('no table that grows is read from end to end', async () => {
  await everyDoor()
  const statements = new Map(recorder.statements().map((statement) => [statement.text, statement]))
  const faults: string[] = []
  for (const { text, parameters, door } of statements.values()) {
    const whole = await wholeReadsOf(seeded.store.sql, text, parameters)
    const general = await generalWholeReadsOf(seeded.store.sql, text, parameters)
    if (whole.length + general.length === 0) continue
    if (!allowed.some((one) => one.text.test(text)))
      faults.push(`${door}: ${[...new Set([...whole, ...general])].join(', ')}: ${text.replace(/\s+/g, ' ')}`)
  }
  expect(faults).toEqual([])
  expect(statements.size).toBeGreaterThan(140)
}, 120_000)

test('a read from end to end is told, by the heap and by an index: the check can fail', async () => {
  const { sql } = seeded.store
  const faults = (text: string, parameters: unknown[] = []) => wholeReadsOf(sql, text, parameters)
  expect(await faults('SELECT count(*) FROM bar WHERE close > 5')).toEqual([expect.stringContaining('of bar')])
  expect(await faults("SELECT * FROM quote WHERE feed_symbol = 'NVDA'")).not.toEqual([])
  expect(await faults('SELECT * FROM refresh_attempt WHERE error = $1', ['x'])).toEqual(['Seq Scan of refresh_attempt'])
  expect(await faults('SELECT session FROM bar ORDER BY listing_id, session')).toEqual([
    expect.stringContaining('of bar'),
  ])
  expect(await faults('SELECT session FROM bar ORDER BY listing_id, session LIMIT 1')).toEqual([])
  expect(await faults('SELECT * FROM bar WHERE listing_id = $1', [7])).toEqual([])
})

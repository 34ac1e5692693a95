import { afterAll, beforeAll, expect, test } from 'vitest'
import { evaluateRules, hitsOfRule } from '@/lib/signals/evaluate'
import { signalReads } from '@/lib/signals/reads'
import { createThing } from '@/lib/store/editable/commands'
import { liveHorizon, readLiveLines } from '@/lib/store/live/read'
import { writeMissing } from '@/lib/store/missing/write'
import { holdRows } from '@/lib/store/quarantine/hold'
import { ruleKind } from '@/lib/store/rule/editable'
import { listSignals } from '@/lib/store/signal/list'
import { contextAt, type FreshStore } from '../../database/fresh'
import { seededStore } from '../../database/seeded'

const now = '2026-07-23T12:00:00Z'

let store: FreshStore
let ids: ReadonlyMap<string, number>
beforeAll(async () => {
  store = await seededStore()
  const rows = await store.sql<{ symbol: string; id: number }[]>`SELECT symbol, id FROM listing`
  ids = new Map(rows.map(({ symbol, id }) => [symbol, id]))
  // The studies of all events take longer than everything else here, and nothing here is of events.
  await store.sql`UPDATE rule SET status = 'archived' WHERE kind = 'event-verdict'`
  await evaluateRules(store, contextAt(now))
})
afterAll(() => store.close())

const idOf = (symbol: string) => ids.get(symbol) ?? 0
const of = async (rule: string) => (await listSignals(store.sql, { rule }, { limit: 1_000, offset: 0 })).toReversed()
const causes = async (rule: string) => (await of(rule)).map(({ cause }) => cause)

/** Two evaluators at once, at a moment. */
async function evaluate(moment = now) {
  const both = await Promise.all([
    evaluateRules(store, contextAt(moment)),
    evaluateRules(store, { ...contextAt(moment), actor: 'another worker' }),
  ])
  return both.flatMap(({ recorded }) => recorded.map(({ cause }) => cause))
}

test('sessions found missing together are one gap, whatever of them is filled later; the end of a series is none', async () => {
  const missing = (session: string, seenAt: string) => ({
    ...{ session, state: 'open' as const, reason: null, askedFeeds: [], nullFeeds: [] },
    ...{ seenAt: new Date(seenAt), askedAt: null },
  })
  await store.sql`DELETE FROM bar WHERE listing_id = ${idOf('NVDA')} AND session IN ('2025-03-04', '2025-03-05')`
  const put = [
    missing('2025-03-04', '2026-07-23T01:00:00Z'),
    missing('2025-03-05', '2026-07-23T01:00:00Z'),
    missing('2026-07-22', '2026-07-23T02:00:00Z'),
  ]
  await writeMissing(store.sql, contextAt(now), idOf('NVDA'), { put, remove: [] })
  await evaluate()
  expect(await of('gap')).toMatchObject([
    { symbol: 'NVDA', numbers: { sessions: 2, first: '2025-03-04', last: '2025-03-05' }, knownAt: put[0]?.seenAt },
  ])
  await writeMissing(store.sql, contextAt(now), idOf('NVDA'), { put: [], remove: ['2025-03-04'] })
  await evaluate('2026-07-24T12:00:00Z')
  expect(await causes('gap')).toHaveLength(1)
})

test('a corporate action that two feeds bring is held twice and told once', async () => {
  const row = { entity: 'action' as const, key: '2026-08-03 split', reason: 'candidate', payload: {} }
  for (const feed of ['yahoo', 'eastmoney']) {
    await holdRows(store.sql, contextAt(now), [row], { feed, listingId: idOf('688256.SS') })
  }
  await holdRows(store.sql, contextAt(now), [{ ...row, entity: 'bar' }], { feed: 'yahoo', listingId: idOf('NVDA') })
  await evaluate()
  expect(await causes('action-candidate')).toEqual(['688256.SS action 2026-08-03 split'])
})

test('a claim whose verdict changes is told again, each time it does and not otherwise', async () => {
  const slug = 'cambricon-half-year-revenue'
  const said = async (value: string) =>
    store.sql`UPDATE claim SET parameters = jsonb_set(parameters, '{said}', to_jsonb(${value}::text)) WHERE slug = ${slug}`
  await said('9.99')
  expect(await evaluate('2026-07-24T08:00:00Z')).toContain(`${slug} 2`)
  expect(await evaluate('2026-07-24T09:00:00Z')).not.toContain(`${slug} 2`)
  await said('2.88')
  expect(await evaluate('2026-07-24T10:00:00Z')).toContain(`${slug} 3`)
  const told = (await of('claim-verdict')).filter(({ numbers }) => numbers.claim === slug)
  expect(told.map(({ numbers }) => [numbers.from, numbers.verdict])).toEqual([
    [null, 'holds-within-rounding'],
    ['holds-within-rounding', 'does-not-hold'],
    ['does-not-hold', 'holds-within-rounding'],
  ])
})

test('an unsettled bar counts only where the rule says quotes, and is told once when it settles', async () => {
  const rule = { kind: 'extreme', listings: ['688256.SS'], status: 'published' }
  const named = (slug: string) => ({ ...rule, slug, name: slug, nameZh: slug })
  const short = { side: 'high', window: 20, quiet: 1 }
  await createThing(store, contextAt(now), ruleKind, { ...named('settled'), parameters: short })
  await createThing(store, contextAt(now), ruleKind, { ...named('live'), parameters: { ...short, quotes: true } })
  const bar = async (close: string, settled: boolean, asOf: string) =>
    store.sql`
      INSERT INTO bar (listing_id, session, open, high, low, close, volume, settled, feed, feed_symbol, fetched_at, as_of)
      VALUES (${idOf('688256.SS')}, '2026-07-23', 1700, 1900, 1300, ${close}, 1, ${settled}, 'yahoo', 'x', ${asOf}, ${asOf})
      ON CONFLICT (listing_id, session) DO UPDATE SET close = excluded.close, settled = excluded.settled, as_of = excluded.as_of`
  await bar('1800', false, '2026-07-23T03:00:00Z')
  await evaluateRules(store, contextAt('2026-07-23T03:00:05Z'), { choice: 'quotes' })
  expect((await causes('live')).at(-1)).toBe('688256.SS 2026-07-23')
  expect(await causes('settled')).toEqual([])
  await bar('1810', true, '2026-07-23T07:00:00Z')
  await evaluate('2026-07-23T08:00:00Z')
  expect((await causes('settled')).at(-1)).toBe('688256.SS 2026-07-23')
  expect((await causes('live')).filter((cause) => cause === '688256.SS 2026-07-23')).toHaveLength(1)
})

test('what a later correction of a bar shows could be known only from then on', async () => {
  const rule = { kind: 'extreme', listings: ['NVDA'], parameters: { side: 'high', window: 20, quiet: 1 } }
  const hits = await hitsOfRule(signalReads(store, new Date(now)), { ...rule, id: null })
  const session = hits[0]?.session ?? ''
  const revisedAt = '2026-07-23T10:00:00Z'
  await store.sql`
    INSERT INTO bar_revision (listing_id, session, revised_at, open, high, low, close, volume, feed, feed_symbol, fetched_at, as_of)
    SELECT listing_id, session, ${revisedAt}, open, high, low, open, volume, feed, feed_symbol, fetched_at, as_of
    FROM bar WHERE listing_id = ${idOf('NVDA')} AND session = ${session}`
  await createThing(store, contextAt(now), ruleKind, {
    ...rule,
    ...{ slug: 'corrected', name: 'corrected', nameZh: '更正', status: 'published' },
  })
  await evaluate()
  const told = await of('corrected')
  expect(told.find((one) => one.session === session)?.knownAt).toEqual(new Date(revisedAt))
  expect(told.filter(({ knownAt }) => knownAt < new Date(revisedAt)).length).toBe(hits.length - 1)
})

test('only hits that could be known since a moment are recorded when that is asked', async () => {
  await createThing(store, contextAt(now), ruleKind, {
    ...{ slug: 'since', name: 'since', nameZh: '自', kind: 'drawdown', listings: ['NVDA'], status: 'published' },
    parameters: { percent: 5, rearm: 2 },
  })
  await evaluateRules(store, contextAt(now), { since: new Date('2026-01-01T00:00:00Z') })
  const recent = await of('since')
  expect(recent.length).toBeGreaterThan(0)
  expect(recent.every(({ knownAt }) => knownAt >= new Date('2026-01-01'))).toBe(true)
  await evaluate()
  expect((await of('since')).length).toBeGreaterThan(recent.length)
})

test('readers are told of new signals with their commit, of each listing once a rule', async () => {
  const from = await liveHorizon(store.sql)
  await createThing(store, contextAt(now), ruleKind, {
    ...{ slug: 'told', name: 'told', nameZh: '告知', kind: 'drawdown', listings: ['BABA'], status: 'published' },
    parameters: { percent: 15, rearm: 5 },
  })
  await evaluateRules(store, contextAt(now))
  await evaluateRules(store, contextAt(now))
  const { lines } = await readLiveLines(store.sql, from)
  expect(lines.map(({ topic, key }) => `${topic} ${key}`)).toEqual(['rules told', 'signals BABA'])
})

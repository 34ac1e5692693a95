import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evaluateRules, hitsOfRule } from '@/lib/signals/evaluate'
import type { Hit } from '@/lib/signals/hit'
import { signalReads } from '@/lib/signals/reads'
import { listRules, type StoredRule } from '@/lib/store/rule/list'
import { ruleKinds } from '@/lib/store/rule/parameters'
import { listSignals } from '@/lib/store/signal/list'
import { contextAt, type FreshStore } from '../database/fresh'
import { seededStore } from '../database/seeded'
import { replayDays } from '../store/signals/replayDays'

const now = '2026-11-24T02:00:00Z'

let store: FreshStore
let rules: StoredRule[]
let all: ReadonlyMap<string, Hit[]>
beforeAll(async () => {
  store = await seededStore()
  rules = await listRules(store.sql)
  all = await found(now)
})
afterAll(() => store.close())

/** What every rule finds at a moment, by slug, as text. */
async function found(moment: string, only?: (rule: StoredRule) => boolean): Promise<Map<string, Hit[]>> {
  const reads = signalReads(store, new Date(moment))
  const chosen = rules.filter((rule) => only?.(rule) ?? true)
  // What a rule told before is part of the store: here each is played from nothing.
  const hits = await Promise.all(
    chosen.map(async (rule) => [rule.slug, await hitsOfRule(reads, { ...rule, id: null })] as const),
  )
  return new Map(hits)
}

const told = () => listSignals(store.sql, {}, { limit: 10_000, offset: 0 })
const keyOf = ({ rule, cause }: { rule: string; cause: string }) => `${rule} | ${cause}`

describe('rules over the bundled history', () => {
  test('every kind but those that need trouble in the feeds comes true', async () => {
    expect(new Set(rules.map(({ kind }) => kind))).toEqual(new Set(ruleKinds))
    const silent = [...all].filter(([, of]) => of.length === 0).map(([slug]) => slug)
    expect(silent).toEqual(['new-low', 'gap', 'action-candidate'])
  })

  test('Cambricon’s limit-up of 2025-08-22 is an abnormal return, with its figures', async () => {
    const hit = all.get('abnormal-return')?.find(({ cause }) => cause === '688256.SS 2025-08-22')
    expect(hit).toMatchObject({ symbol: '688256.SS', session: '2025-08-22', knownAt: new Date('2025-08-22T07:00:00Z') })
    expect(hit?.numbers).toMatchObject({ benchmark: '000688.SS', sessions: 250, close: '1243.2', currency: 'CNY' })
    const { change, abnormal, t } = (hit?.numbers ?? {}) as { change: number; abnormal: number; t: number }
    expect(change).toBeCloseTo(20, 1)
    expect(abnormal).toBeLessThan(change)
    expect(t).toBeGreaterThan(2)
  })

  test('Cambricon’s filings are told when they became known, against the year before and the claim that was made', async () => {
    const filed = all.get('revenue-filed') ?? []
    const cambricon = filed.filter(({ symbol }) => symbol === '688256.SS')
    expect(cambricon.map(({ cause }) => cause)).toContain('cambricon 2025-Q2')
    const half = cambricon.find(({ cause }) => cause === 'cambricon 2025-Q2')
    expect(half?.knownAt.toISOString().slice(0, 10)).toBe('2025-08-26')
    expect(half?.numbers).toMatchObject({ value: '1769244544.29', currency: 'CNY', claim: null })
    // The article's claim was stated in September: the quarter after it is set against it.
    const next = cambricon.find(({ cause }) => cause === 'cambricon 2025-Q3')
    expect(next?.numbers).toMatchObject({ claim: 'cambricon-half-year-growth', claimSaid: '4348' })
    expect(next?.numbers.claimFound).toBe(next?.numbers.growth)
  })

  test('says the same every time', async () => {
    expect(await found(now)).toEqual(all)
  })

  test('no cause is told twice by one rule, and nothing before it could be known', async () => {
    for (const [slug, hits] of all) {
      expect({ slug, count: new Set(hits.map(({ cause }) => cause)).size }).toEqual({ slug, count: hits.length })
      expect({ slug, late: hits.filter(({ knownAt }) => knownAt > new Date(now)) }).toEqual({ slug, late: [] })
    }
  })

  test.each([
    '2024-11-05T00:00:00Z',
    '2025-08-22T06:59:59Z',
    '2025-08-22T07:00:00Z',
    '2025-09-19T12:00:00Z',
    '2026-04-30T20:00:00Z',
  ])('what was found at %s is what the whole history shows up to then, to the last figure', async (moment) => {
    const [then, later] = [await found(moment), await found(now)]
    for (const [slug, hits] of later) {
      const known = hits.filter(({ knownAt }) => knownAt <= new Date(moment))
      expect({ slug, hits: then.get(slug) }).toEqual({ slug, hits: known })
    }
  })
})

describe('recording them', () => {
  test('day by day, by two at once each day, comes to the same as in one go', async () => {
    const days = await replayDays({ from: '2025-08-21', to: '2025-08-27' })
    expect(days.toldTwice).toEqual([])
    expect(days.daily).toEqual(days.atOnce)
    const during = days.daily.filter(({ knownAt }) => knownAt >= new Date('2025-08-21T09:00:00Z'))
    expect(during.map(({ cause }) => cause)).toEqual(
      expect.arrayContaining(['688256.SS 2025-08-22', 'cambricon 2025-Q2']),
    )
  }, 300_000)

  test('again records nothing; later only what came since', async () => {
    await evaluateRules(store, contextAt('2025-09-23T09:00:00Z'))
    const again = await evaluateRules(store, contextAt('2025-09-23T09:00:00Z'))
    expect(again).toMatchObject({ rules: rules.length, recorded: [], problems: [] })
    const before = new Set((await told()).map(keyOf))
    const { recorded } = await evaluateRules(store, contextAt(now))
    expect(recorded.every(({ knownAt }) => knownAt > new Date('2025-09-23T09:00:00Z'))).toBe(true)
    const after = (await told()).map(keyOf)
    expect(new Set(after).size).toBe(after.length)
    expect(after.length).toBe(before.size + recorded.length)
  })

  test('a rule that cannot be evaluated is named and leaves the others alone', async () => {
    await store.sql`UPDATE rule SET parameters = '{"errors": "many"}' WHERE slug = 'abnormal-return'`
    const { problems, rules: count } = await evaluateRules(store, contextAt(now))
    expect(count).toBe(rules.length)
    expect(problems).toMatchObject([{ rule: 'abnormal-return', reason: expect.stringContaining('errors') }])
    await store.sql`UPDATE rule SET parameters = '{}' WHERE slug = 'abnormal-return'`
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedStore } from '@/jobs/seed'
import { evaluateRules, hitsOfRule } from '@/lib/signals/evaluate'
import { signalReads } from '@/lib/signals/reads'
import { listRules } from '@/lib/store/rule/list'
import { signalKind } from '@/lib/signals/kinds'
import { contextAt, type FreshStore, freshStore } from '../../database/fresh'
let store: FreshStore
beforeAll(async () => { store = await freshStore(); await seedStore(store, contextAt('2026-07-23T00:00:00Z')) })
afterAll(() => store.close())
const same = (k: string) => ({ en: k, zh: k })
const names = { listing: same, event: same, claim: same, milestone: same, topic: same }
test('probe', async () => {
  const reads = signalReads(store, new Date('2026-11-24T02:00:00Z'))
  for (const rule of await listRules(store.sql)) {
    const t = performance.now()
    const hits = await hitsOfRule(reads, rule)
    console.log(rule.slug, hits.length, Math.round(performance.now() - t), 'ms', signalKind(rule.kind)?.describe(rule.parameters)?.en)
    for (const hit of hits.slice(-4)) { const k = signalKind(rule.kind); console.log('   ', hit.cause, hit.knownAt.toISOString(), k?.tell(hit.numbers, names, hit.symbol)?.en, k?.tell(hit.numbers, names, hit.symbol)?.zh) }
  }
  const t = performance.now()
  const first = await evaluateRules(store, contextAt('2026-11-24T02:00:00Z'))
  console.log(first.recorded.length, first.problems, performance.now() - t)
  expect((await evaluateRules(store, contextAt('2026-11-24T02:00:00Z'))).recorded).toEqual([])
})

import { evaluateRules } from '@/lib/signals/evaluate'
import { listSignals, type StoredSignal } from '@/lib/store/signal/list'
import { contextAt } from '../../database/fresh'
import { seededStore } from '../../database/seeded'

type Kept = Omit<StoredSignal, 'id' | 'foundAt'>

const kept = (rows: readonly StoredSignal[]): Kept[] => rows.map(({ id: _, foundAt: __, ...row }) => row)

/** Every cause that two evaluators at once both claim to have told, on any of the days. */
async function everyDay(
  store: Awaited<ReturnType<typeof seededStore>>,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<string[]> {
  const toldTwice: string[] = []
  for (let day = new Date(`${from}T09:00:00Z`); day <= new Date(`${to}T09:00:00Z`); day = new Date(+day + 86_400_000)) {
    const ctx = contextAt(day.toISOString())
    const both = await Promise.all([evaluateRules(store, ctx), evaluateRules(store, ctx)])
    const causes = both.flatMap(({ recorded }) => recorded.map(({ ruleId, cause }) => `${ruleId} ${cause}`))
    toldTwice.push(...causes.filter((cause, i) => causes.indexOf(cause) !== i))
  }
  return toldTwice
}

/** The signals of a store in which the rules were evaluated by two at once at 09:00 UTC of every day, and of one in which they were once, at the last of these moments. */
export async function replayDays(span: { readonly from: string; readonly to: string }) {
  const stores = await Promise.all([seededStore(), seededStore()])
  try {
    const [daily, atOnce] = stores
    const toldTwice = await everyDay(daily, span)
    await evaluateRules(atOnce, contextAt(`${span.to}T09:00:00Z`))
    const all = { limit: 10_000, offset: 0 }
    return {
      toldTwice,
      daily: kept(await listSignals(daily.sql, {}, all)),
      atOnce: kept(await listSignals(atOnce.sql, {}, all)),
    }
  } finally {
    await Promise.all(stores.map((store) => store.close()))
  }
}

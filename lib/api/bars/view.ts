import type { Store } from '@/lib/store/connection/store'
import { memoryOf } from '../memory/memory'
import { barsAnswer } from './answer'
import type { BarsView } from './schema'
import type { BarsWanted } from './wanted'

export type { BarsView } from './schema'

/**
 * The bars of a listing in a range (both ends included) on one basis, as known at `now`; null when there is no such listing. What it returns is shared with others who ask for the same: it must
 * not be changed.
 */
export async function barsView(store: Store, symbol: string, wanted: BarsWanted, now: Date): Promise<BarsView | null> {
  const answer = await barsAnswer(store, symbol, wanted, now)
  if (answer === null) return null
  const memory = memoryOf(store)
  const key = `view ${answer.name}`
  const known = memory.get<BarsView>(key)
  if (known) return known
  const view = JSON.parse(answer.body.toString()) as BarsView
  memory.set(key, view, 3 * answer.body.length)
  return view
}

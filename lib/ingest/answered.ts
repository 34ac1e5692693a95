import type { BarInput } from '@/lib/store/bar/write'
import type { Queryable } from '@/lib/store/connection/sql'
import { answeredBarKeys } from '@/lib/store/quarantine/answered'
import { type HeldRow, type HeldSource, withoutAnswered } from '@/lib/store/quarantine/hold'
import type { BarsPlan } from './planBars'
import { heldBarRow } from './softHold'

/** What is left of a plan once the answers of admins are heeded. */
export interface HeededPlan {
  readonly bars: readonly BarInput[]
  /** Rows that nobody has answered yet: they are held. */
  readonly doubtful: readonly HeldRow[]
  /** Sessions of which a person has rejected or corrected all that the feed has: it has no row of them that counts. */
  readonly answered: ReadonlySet<string>
}

/**
 * Leaves out of a feed's plan the very rows that an admin has rejected or corrected before, whether they would be held again or, by now, believed: an answer
 * stands until the feed says something else.
 */
export async function heedAnswers(
  sql: Queryable,
  plan: BarsPlan,
  source: HeldSource & { readonly feedSymbol: string },
): Promise<HeededPlan> {
  const doubtful = await withoutAnswered(sql, plan.held, source)
  const keys = await answeredBarKeys(sql, source)
  const asked = plan.bars
    .filter(({ session }) => keys.has(session))
    .map((bar) => heldBarRow(bar, '', { feedSymbol: source.feedSymbol, fetchedAt: bar.asOf }))
  const open = new Set((await withoutAnswered(sql, asked, source)).map(({ key }) => key))
  const bars = plan.bars.filter(({ session }) => !keys.has(session) || open.has(session))
  const counts = new Set([...bars.map(({ session }) => session), ...doubtful.map(({ key }) => key)])
  const all = [
    ...plan.bars.map(({ session }) => session),
    ...plan.held.flatMap(({ entity, key }) => (entity === 'bar' ? [key] : [])),
  ]
  return { bars, doubtful, answered: new Set(all.filter((session) => !counts.has(session))) }
}

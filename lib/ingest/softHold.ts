import type { BarInput } from '@/lib/store/bar/write'
import type { HeldRow } from '@/lib/store/quarantine/hold'
import { type SoftSurroundings, softRules } from './soft'
import { ratioWords } from './softShapes'

/** Where a doubtful bar came from: what its release writes beside it. */
export interface HeldFrom {
  readonly feedSymbol: string
  readonly fetchedAt: Date
}

/** A bar as it is held: whole, as traded, and marked so (`asTraded`). Pure. */
export function heldBarRow(bar: BarInput, reason: string, from: HeldFrom): HeldRow {
  return { entity: 'bar', key: bar.session, reason, payload: { ...bar, asTraded: true, ...from } }
}

/**
 * Parts bars that are ready to be stored by the soft rules. Each doubtful one becomes a row for the quarantine, whole, as traded, and marked so (`asTraded`): that
 * alone can be released. Where a split would explain the first of them, it is held beside it as a candidate action. Pure.
 */
export function holdDoubtful(
  bars: readonly BarInput[],
  around: SoftSurroundings,
  from: HeldFrom,
): { bars: BarInput[]; held: HeldRow[] } {
  const soft = softRules(bars, around)
  const held = soft.held.flatMap(({ bar, reason, split }) => {
    const row = heldBarRow(bar, reason, from)
    if (split === null) return [row]
    // Between 1.49 and 1.5 for 1 a price does not decide: there a person has to name the ratio.
    const exact = Number.isInteger(split.numerator / split.denominator) || split.numerator === 1
    const candidate: HeldRow = {
      entity: 'action',
      key: `${bar.session} split`,
      reason: `candidate: a split of about ${ratioWords(split)} would explain the price of ${bar.session}, and none is known here`,
      payload: { kind: 'split', exDate: bar.session, ...(exact ? split : { about: ratioWords(split) }) },
    }
    return [row, candidate]
  })
  return { bars: soft.accepted, held }
}

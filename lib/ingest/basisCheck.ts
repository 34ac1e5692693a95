import { Decimal } from 'decimal.js'
import { basisMismatch } from '@/lib/market/basis'

/** Closes of one settled session: as stored (as traded) and the feed's, turned back with the known actions. Decimal strings above zero. */
export interface ClosePair {
  readonly session: string
  readonly stored: string
  readonly fed: string
}

/** Sessions looked at together when the whole overlap has no one ratio. */
const window = 5

/** False for closes that a float is enough to see are less than 1 % apart; the rest is for exact arithmetic to say. */
const mayBeOff = ({ stored, fed }: ClosePair) => !(Math.abs(Number(stored) / Number(fed) - 1) < 0.0099)

/**
 * Whether any stretch of the overlap stands on another basis than the store. The whole is looked at first; then every five sessions in a row, because two
 * unknown splits make two ratios that the whole does not have in common. `exDate` is the first session after the stretch that agrees: the day a
 * split that explains it would have, null when none agrees. Null when the bases are one.
 */
export function unlikeBasis(
  pairs: readonly ClosePair[],
): { ratio: string; lastSession: string; exDate: string | null } | null {
  const off = pairs.map(mayBeOff)
  const starts = [0, ...pairs.keys()]
  for (const [i, start] of starts.entries()) {
    // A basis begins with two closes that are off; nearly all overlaps have none.
    if (!off[start] || !off[start + 1]) continue
    const part = pairs.slice(start, i === 0 ? undefined : start + window)
    const found = basisMismatch(part)
    if (!found) continue
    const agrees = ({ stored, fed }: ClosePair) => new Decimal(stored).div(fed).minus(1).abs().lte('0.01')
    const rest = pairs.slice(start)
    const end = rest.findIndex(agrees)
    const last = end < 0 ? rest.at(-1) : rest[end - 1]
    return {
      ratio: found.ratio,
      lastSession: last?.session ?? '',
      exDate: end < 0 ? null : (rest[end]?.session ?? null),
    }
  }
  return null
}

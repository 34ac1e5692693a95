import type { FeedAction } from '@/lib/feeds/types'
import type { Mic } from '@/lib/market/exchange'
import type { NewAction } from '@/lib/store/action/addMissing'
import type { StoredAction } from '@/lib/store/action/read'
import type { HeldRow } from '@/lib/store/quarantine/hold'
import { sessionProblem } from './validate'

export type FedSplit = Extract<FeedAction, { kind: 'split' }>
export type NewSplit = Extract<NewAction, { kind: 'split' }>

/** Outcome of holding a feed's actions against the known ones. */
export interface Merged<Fresh> {
  /** Not known before, to be stored. */
  readonly fresh: readonly Fresh[]
  /** How many agree with what is known. */
  readonly agreeing: number
  readonly held: readonly HeldRow[]
}

const largest = 2_147_483_647
const whole = (n: number) => Number.isInteger(n) && n > 0 && n <= largest

function problemOf(split: FedSplit, known: FedSplit | undefined, mic: Mic): string | null {
  const { numerator, denominator } = split
  if (!whole(numerator) || !whole(denominator)) return 'the sides of a split are positive whole numbers of 32 bits'
  if (numerator === denominator) return 'a split of one for one is none'
  if (known && BigInt(numerator) * BigInt(known.denominator) !== BigInt(known.numerator) * BigInt(denominator)) {
    return `known here as ${known.numerator} for ${known.denominator}, the feed says ${numerator} for ${denominator}`
  }
  return sessionProblem(mic, split.exDate)
}

/**
 * A feed's splits held against the known ones by ex-date: known ones win, a ratio that differs is held. One whose day has not come at `today` (the exchange's
 * date) is left for then. `splits` are those in force. Pure.
 */
export function mergeSplits(
  known: readonly StoredAction[],
  fed: readonly FedSplit[],
  { mic, today }: { readonly mic: Mic; readonly today: string },
): Merged<NewSplit> & { readonly splits: readonly FedSplit[] } {
  const splits = known.filter((action) => action.kind === 'split')
  const byDate = new Map<string, FedSplit>(splits.map((split) => [split.exDate, split]))
  const fresh: NewSplit[] = []
  const held: HeldRow[] = []
  let agreeing = 0
  for (const split of fed.filter(({ exDate }) => !(exDate > today))) {
    const same = byDate.get(split.exDate)
    const reason = problemOf(split, same, mic)
    if (reason) held.push({ entity: 'action', key: `${split.exDate} split`, reason, payload: split })
    else if (same) agreeing++
    else {
      byDate.set(split.exDate, split)
      fresh.push({ ...split, source: '' })
    }
  }
  return { fresh, agreeing, held, splits: [...byDate.values()].filter(({ exDate }) => exDate <= today) }
}

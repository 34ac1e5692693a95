import { Decimal } from 'decimal.js'
import type { FeedBar } from '@/lib/feeds/types'
import type { StoredBars } from '@/lib/store/bar/read'

/** Open, high, low, close as decimals and volume in shares. */
export type Figures = Omit<FeedBar, 'session'>

/** A session that is stored with other figures. */
export interface ChangedBar {
  readonly session: string
  readonly old: Figures
  readonly new: Figures
}

/** What storing bars would do. */
export interface BarChanges {
  readonly added: readonly string[]
  readonly changed: readonly ChangedBar[]
  readonly unchanged: number
}

const prices = ['open', 'high', 'low', 'close'] as const

function figuresAt(stored: StoredBars, i: number): Figures {
  const [open = '', high = '', low = '', close = ''] = prices.map((cell) => stored[cell][i])
  return { open, high, low, close, volume: stored.volume[i] ?? null }
}

function same(a: Figures, b: Figures): boolean {
  return a.volume === b.volume && prices.every((cell) => new Decimal(a[cell]).eq(b[cell]))
}

/** What storing settled bars would add, change and leave, held against what is stored. An unsettled bar that becomes settled is a change. Pure. */
export function barChanges(bars: readonly FeedBar[], stored: StoredBars): BarChanges {
  const at = new Map(stored.session.map((session, i) => [session, i]))
  const added: string[] = []
  const changed: ChangedBar[] = []
  let unchanged = 0
  for (const { session, open, high, low, close, volume } of bars) {
    const i = at.get(session)
    const figures = { open, high, low, close, volume }
    if (i === undefined) added.push(session)
    else if (stored.settled[i] && same(figuresAt(stored, i), figures)) unchanged += 1
    else changed.push({ session, old: figuresAt(stored, i), new: figures })
  }
  return { added, changed, unchanged }
}

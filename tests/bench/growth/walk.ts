import { seededRandom } from '@/lib/analytics/random'

/** One session's figures: prices in hundredths of the currency, volume in shares. */
export interface WalkedBar {
  readonly open: number
  readonly high: number
  readonly low: number
  readonly close: number
  readonly volume: number
}

// Under a price of 2 a hundredth is a large step, and over 2,000 the texts grow: the walk turns back at both.
const [floor, ceiling] = [200, 200_000]

/**
 * Random walks of as many listings, told again by their seed. No day moves a price by more than 6 % and no night by more than 1 %, so that no exchange's limit and no rule of
 * validation is touched; a session's figures repeat those of the one before only by chance.
 */
export class Walks {
  private readonly random: () => number
  private readonly last: Int32Array

  constructor(listings: number, seed: number) {
    this.random = seededRandom(seed)
    this.last = Int32Array.from({ length: listings }, () => 1_000 + Math.floor(this.random() * 40_000))
  }

  /** The next session of the listing at `index`. */
  next(index: number): WalkedBar {
    const { random } = this
    const before = this.last[index] ?? floor
    const open = Math.max(1, Math.round(before * (1 + (random() - 0.5) * 0.02)))
    const drift = before < floor ? 0.01 : before > ceiling ? -0.01 : 0
    const close = Math.max(1, Math.round(open * (1 + drift + (random() + random() - 1) * 0.04)))
    const high = Math.ceil(Math.max(open, close) * (1 + random() * 0.01))
    const low = Math.max(1, Math.floor(Math.min(open, close) * (1 - random() * 0.01)))
    this.last[index] = close
    return { open, high, low, close, volume: 10_000 + Math.floor(random() * 5_000_000) }
  }
}

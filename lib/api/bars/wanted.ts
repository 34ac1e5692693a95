import type { Basis } from '@/lib/market/adjustment'
import type { BarRange } from '@/lib/store/bar/read'

/** What is asked of a listing's bars: a range (both ends included), the basis, and at most how many points. */
export interface BarsWanted extends BarRange {
  readonly adjust: Basis
  /** All sessions when absent. */
  readonly points?: number | undefined
}

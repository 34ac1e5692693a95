/** A piece of work to be timed. It returns what it computed: work whose result nobody wants may be optimised away, and is not comparable. */
export type Work = () => ArrayLike<number>

/** Another library that does the same work. */
export interface Peer {
  readonly name: string
  readonly run: Work
  /** How far its figures may lie from the floor's, where it rounds. */
  readonly tolerance?: number
}

/** One measurement: ours against a plain floor, written beside it, that computes the same. */
export interface BenchCase {
  readonly name: string
  /** What is worked on, such as `1,000,000 points`. */
  readonly size: string
  /** The most that ours may take, as a multiple of the floor's time; null where nothing is promised. */
  readonly limit: number | null
  readonly floor: Work
  readonly subject: Work
  readonly peers?: readonly Peer[]
}

/** What one file measures, under the name that the command line knows; files may share a name. */
export interface Bench {
  readonly name: string
  readonly cases: readonly BenchCase[]
}

/**
 * The largest difference between two results, relative where they are above 1, over the rows that both have. A result that begins later counts from its
 * end. Infinity when they share no row, or one has a figure where the other has none.
 */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const rows = Math.min(a.length, b.length)
  let largest = 0
  let compared = 0
  for (let back = 1; back <= rows; back++) {
    const [x, y] = [a[a.length - back] as number, b[b.length - back] as number]
    if (Number.isNaN(x) && Number.isNaN(y)) continue
    const difference = Math.abs(x - y) / Math.max(1, Math.abs(x))
    if (!(difference <= Number.MAX_VALUE)) return Number.POSITIVE_INFINITY
    largest = Math.max(largest, difference)
    compared++
  }
  return compared === 0 ? Number.POSITIVE_INFINITY : largest
}

/** Throws an error that names the work whose figures lie further from the floor's than 1e-6, or than the peer's own tolerance. */
export function assertAgreement({ name, floor, subject, peers = [] }: BenchCase): void {
  const wanted = floor()
  for (const { name: who, run, tolerance = 1e-6 } of [{ name: 'ours', run: subject }, ...peers]) {
    const difference = largestDifference(wanted, run())
    if (difference > tolerance) throw new Error(`${name}: ${who} lies ${difference} from the floor: not the same work`)
  }
}

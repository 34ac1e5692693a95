import { niceStep } from '@/app/_ui/chart/scale'

/** A bin of a histogram, [from, to): how many values lie in it, and how many of those are as far from zero as the mark. */
export interface Bin {
  readonly from: number
  readonly to: number
  readonly count: number
  readonly asFar: number
}

/** Values in bins of one width, symmetric about zero, wide enough for all of them and for `mark`; at most `most` bins, or two. Values are finite. */
export function symmetricBins(values: readonly number[], mark: number, most: number): Bin[] {
  const farthest = Math.max(Math.abs(mark), ...values.map(Math.abs))
  const width = niceStep(2 * farthest, most)
  // 0.6 / 0.05 is 11.999…: what lies on an edge needs the bin that begins there.
  const half = Math.floor(farthest / width + 1e-9) + 1
  const bins = Array.from({ length: 2 * half }, (_, i) => ({
    from: Number(((i - half) * width).toPrecision(12)),
    to: Number(((i - half + 1) * width).toPrecision(12)),
    count: 0,
    asFar: 0,
  }))
  for (const value of values) {
    const bin = bins.find(({ from, to }) => value >= from && value < to)
    if (bin === undefined) throw new RangeError(`${value} lies in no bin, expected a finite number`)
    bin.count++
    if (Math.abs(value) >= Math.abs(mark)) bin.asFar++
  }
  return bins
}

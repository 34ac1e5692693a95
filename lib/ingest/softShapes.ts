import type { Ratio } from '@/lib/market/ratio'

// Shares after for 100 before. Bonus issues of mainland companies are stated as so many for ten shares; 149 is Cambricon's of 2026.
const perHundred = [130, 140, 145, 148, 149, 150, 160, 170, 180, 190, 250, 350]
const whole = [2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, 100]

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}

function inLowestTerms(numerator: number, denominator: number): Ratio {
  const common = gcd(numerator, denominator)
  return { numerator: numerator / common, denominator: denominator / common }
}

const forward = [...perHundred.map((n) => inLowestTerms(n, 100)), ...whole.map((n) => inLowestTerms(n, 1))]
/** Splits and bonus issues, and consolidations, as they are usual. Smaller ones than 1.3 for 1 lie within a day's real moves. */
const shapes: readonly Ratio[] = [
  ...forward,
  ...forward
    .filter(({ denominator }) => denominator === 1)
    .map(({ numerator, denominator }) => ({ numerator: denominator, denominator: numerator })),
]

const log = ({ numerator, denominator }: Ratio) => Math.log(numerator / denominator)
const logged = shapes.map((shape) => ({ shape, log: log(shape) }))
const least = Math.min(...logged.map((each) => Math.abs(each.log)))
/** A night's move beside the split, in logarithms; the day's on top of it. */
const night = 0.03
const day = 0.08

/** How a ratio is told: `1.49 for 1`, `1 for 10`. */
export function ratioWords({ numerator, denominator }: Ratio): string {
  return numerator >= denominator ? `${numerator / denominator} for 1` : `1 for ${denominator / numerator}`
}

/** The usual split nearest to a drop (log of the price before over the price after), within `tolerance`; null when none is. */
function nearestShape(drop: number, tolerance: number): Ratio | null {
  // Nearly every day's move is smaller than all of them.
  if (Math.abs(drop) < least - tolerance) return null
  let nearest: Ratio | null = null
  let nearestBy = Number.POSITIVE_INFINITY
  for (const each of logged) {
    const distance = Math.abs(drop - each.log)
    if (distance >= nearestBy) continue
    nearest = each.shape
    nearestBy = distance
  }
  return nearestBy <= tolerance ? nearest : null
}

/**
 * The split that the open and the close of a session look like, against the close before: the open within 3 % of its ratio, the close
 * within 8 %. All as logarithms, positive for a fall. Null when they look like none.
 */
export function splitShape({ open, close }: { open: number; close: number }): Ratio | null {
  const shape = nearestShape(open, night)
  return shape !== null && Math.abs(close - log(shape)) <= day ? shape : null
}

/** Relative distance within which a measured ratio is the usual one: under the rounding of prices to a tick, far under the distance of two shapes. */
const measured = 0.0002

/** The usual split that a ratio measured from closes is, as 1.48999 is 1.49 for 1; null when it is none of them. */
export function usualRatio(ratio: number): Ratio | null {
  return shapes.find((shape) => Math.abs((ratio * shape.denominator) / shape.numerator - 1) <= measured) ?? null
}

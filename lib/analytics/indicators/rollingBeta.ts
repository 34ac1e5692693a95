import type { Column } from '../moments'
import { assertFinite, assertSameLength, assertWindow, columnFrom, slidingSteps, typedColumn } from './arguments'

/**
 * Rolling beta: cov(r, m) / var(m) over the last `window` rows of two aligned columns of returns. NaN before there are so many rows, and where the
 * market's returns are all equal. The sums slide, are of deviations from a row near by, and are made afresh every `slidingSteps`.
 * Throws a RangeError that names a window under 2, unequal columns, or a return that is not finite.
 */
export function rollingBeta(returns: Column, market: Column, window: number): Float64Array {
  assertWindow(window, 2)
  assertSameLength(['returns', 'market'], returns, market)
  const ys = typedColumn(returns)
  const xs = typedColumn(market)
  const out = columnFrom(window - 1, ys.length)
  const steps = slidingSteps(window)
  for (let start = window - 1; start < ys.length; start += steps) {
    const first = start - window + 1
    const end = Math.min(start + steps, ys.length)
    const centreX = xs[start] as number
    const centreY = ys[start] as number
    let sx = 0
    let sy = 0
    let sxx = 0
    let sxy = 0
    // How many of the market's last returns are equal: rounding would make a slope of a window that does not vary.
    let equal = 0
    for (let i = first; i <= start; i++) {
      const x = (xs[i] as number) - centreX
      const y = (ys[i] as number) - centreY
      sx += x
      sy += y
      sxx += x * x
      sxy += x * y
      equal = i > first && xs[i] === xs[i - 1] ? equal + 1 : 1
    }
    out[start] = equal >= window ? Number.NaN : (window * sxy - sx * sy) / (window * sxx - sx * sx)
    for (let i = start + 1; i < end; i++) {
      const x = (xs[i] as number) - centreX
      const y = (ys[i] as number) - centreY
      const oldX = (xs[i - window] as number) - centreX
      const oldY = (ys[i - window] as number) - centreY
      sx += x - oldX
      sy += y - oldY
      sxx += x * x - oldX * oldX
      sxy += x * y - oldX * oldY
      equal = xs[i] === xs[i - 1] ? equal + 1 : 1
      out[i] = equal >= window ? Number.NaN : (window * sxy - sx * sy) / (window * sxx - sx * sx)
    }
    if (!Number.isFinite(sx)) assertFinite('market', xs)
    if (!Number.isFinite(sy)) assertFinite('returns', ys)
  }
  return out
}

import type { Column } from '../moments'
import { assertFinite, assertSameLength, assertWindow, columnFrom, slidingSteps, typedColumn } from './arguments'

/**
 * Rolling correlation (Pearson's) over the last `window` rows of two aligned columns of returns, -1 to 1. NaN before there are so many rows, and where
 * either side's returns are all equal. The sums are kept as in `rollingBeta`; errors as there.
 */
export function rollingCorrelation(returns: Column, market: Column, window: number): Float64Array {
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
    let syy = 0
    let sxy = 0
    let equalX = 0
    let equalY = 0
    for (let i = first; i <= start; i++) {
      const x = (xs[i] as number) - centreX
      const y = (ys[i] as number) - centreY
      sx += x
      sy += y
      sxx += x * x
      syy += y * y
      sxy += x * y
      equalX = i > first && xs[i] === xs[i - 1] ? equalX + 1 : 1
      equalY = i > first && ys[i] === ys[i - 1] ? equalY + 1 : 1
    }
    for (let i = start; i < end; i++) {
      const root = Math.sqrt((window * sxx - sx * sx) * (window * syy - sy * sy))
      const cosine = (window * sxy - sx * sy) / root
      if (equalX >= window || equalY >= window) out[i] = Number.NaN
      else out[i] = Math.abs(cosine) > 1 ? Math.sign(cosine) : cosine
      if (i + 1 === end) break
      const x = (xs[i + 1] as number) - centreX
      const y = (ys[i + 1] as number) - centreY
      const oldX = (xs[i + 1 - window] as number) - centreX
      const oldY = (ys[i + 1 - window] as number) - centreY
      const dx = x - oldX
      const dy = y - oldY
      sx += dx
      sy += dy
      sxx += dx * (x + oldX)
      syy += dy * (y + oldY)
      sxy += x * y - oldX * oldY
      equalX = xs[i + 1] === xs[i] ? equalX + 1 : 1
      equalY = ys[i + 1] === ys[i] ? equalY + 1 : 1
    }
    if (!Number.isFinite(sx)) assertFinite('market', xs)
    if (!Number.isFinite(sy)) assertFinite('returns', ys)
  }
  return out
}

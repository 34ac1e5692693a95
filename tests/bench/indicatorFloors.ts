/** What a good engineer writes in an afternoon: one pass over typed arrays, sums that slide. They lose digits on long columns far from zero; nothing else is wrong with them. */

/** Simple moving average by a sliding sum. */
export function floorAverage(values: Float64Array, window: number): Float64Array {
  const out = new Float64Array(values.length).fill(Number.NaN, 0, window - 1)
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    sum += values[i] as number
    if (i >= window) sum -= values[i - window] as number
    if (i >= window - 1) out[i] = sum / window
  }
  return out
}

/** Exponential moving average, begun with the first simple one. */
export function floorExponential(values: Float64Array, window: number): Float64Array {
  const out = new Float64Array(values.length).fill(Number.NaN, 0, window - 1)
  const k = 2 / (window + 1)
  let average = 0
  for (let i = 0; i < window; i++) average += (values[i] as number) / window
  out[window - 1] = average
  for (let i = window; i < values.length; i++) {
    average = k * (values[i] as number) + (1 - k) * average
    out[i] = average
  }
  return out
}

/** Wilder's relative strength index, 100 - 100 / (1 + G / L). */
export function floorStrengthIndex(values: Float64Array, window: number): Float64Array {
  const out = new Float64Array(values.length).fill(Number.NaN, 0, window)
  let [gain, loss] = [0, 0]
  for (let i = 1; i < values.length; i++) {
    const change = (values[i] as number) - (values[i - 1] as number)
    const up = Math.max(change, 0)
    const down = change < 0 ? -change : 0
    if (i <= window) {
      gain += up / window
      loss += down / window
    } else {
      gain = (gain * (window - 1) + up) / window
      loss = (loss * (window - 1) + down) / window
    }
    if (i >= window) out[i] = 100 - 100 / (1 + gain / loss)
  }
  return out
}

/** Rolling beta by four sliding sums. */
export function floorBeta(returns: Float64Array, market: Float64Array, window: number): Float64Array {
  const out = new Float64Array(returns.length).fill(Number.NaN, 0, window - 1)
  let [sx, sy, sxx, sxy] = [0, 0, 0, 0]
  for (let i = 0; i < returns.length; i++) {
    const x = market[i] as number
    const y = returns[i] as number
    sx += x
    sy += y
    sxx += x * x
    sxy += x * y
    if (i >= window) {
      const oldX = market[i - window] as number
      const oldY = returns[i - window] as number
      sx -= oldX
      sy -= oldY
      sxx -= oldX * oldX
      sxy -= oldX * oldY
    }
    if (i >= window - 1) out[i] = (window * sxy - sx * sy) / (window * sxx - sx * sx)
  }
  return out
}

/** Rolling correlation by five sliding sums. */
export function floorCorrelation(returns: Float64Array, market: Float64Array, window: number): Float64Array {
  const out = new Float64Array(returns.length).fill(Number.NaN, 0, window - 1)
  let [sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0]
  for (let i = 0; i < returns.length; i++) {
    const x = market[i] as number
    const y = returns[i] as number
    sx += x
    sy += y
    sxx += x * x
    syy += y * y
    sxy += x * y
    if (i >= window) {
      const oldX = market[i - window] as number
      const oldY = returns[i - window] as number
      sx -= oldX
      sy -= oldY
      sxx -= oldX * oldX
      syy -= oldY * oldY
      sxy -= oldX * oldY
    }
    if (i < window - 1) continue
    out[i] = (window * sxy - sx * sy) / Math.sqrt((window * sxx - sx * sx) * (window * syy - sy * sy))
  }
  return out
}

/** Realised volatility, annualised with 252, by two sliding sums. */
export function floorVolatility(returns: Float64Array, window: number): Float64Array {
  const out = new Float64Array(returns.length).fill(Number.NaN, 0, window - 1)
  let [sum, squares] = [0, 0]
  for (let i = 0; i < returns.length; i++) {
    const x = returns[i] as number
    sum += x
    squares += x * x
    if (i >= window) {
      const old = returns[i - window] as number
      sum -= old
      squares -= old * old
    }
    if (i >= window - 1) out[i] = Math.sqrt(((squares - (sum * sum) / window) / (window - 1)) * 252)
  }
  return out
}

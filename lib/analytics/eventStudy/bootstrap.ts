import type { Column } from '../moments'
import { seededRandom } from '../random'
import { isRefusal, type Refusal, refuse } from '../refusal'
import { fitModel, type Model, residualsOf } from './model'

/** A confidence interval of a CAR by resampling, with what makes it again. */
export interface BootstrapBand {
  readonly lo: number
  readonly hi: number
  /** Share of resamples whose error reaches the CAR, one added on both sides. */
  readonly p: number
  readonly resamples: number
  readonly block: number
  readonly seed: number
}

export interface BootstrapOptions {
  readonly seed: number
  readonly resamples: number
  /** Successive residuals drawn together, so that runs of wild days stay runs. */
  readonly block: number
  readonly confidence: number
}

function drawBlocks(from: Float64Array, into: Float64Array, block: number, random: () => number): void {
  const length = Math.min(block, from.length)
  for (let at = 0; at < into.length; at += length) {
    const start = Math.floor(random() * (from.length - length + 1))
    for (let i = 0; i < length && at + i < into.length; i++) into[at + i] = from[start + i] as number
  }
}

/**
 * Interval of the CAR of an event window from resampled residuals (moving blocks): each resample makes an estimation window out of the fitted values
 * and drawn residuals, fits the model again, and errs by what the window's drawn residuals and the moved parameters give; the quantiles of that error lie
 * around the CAR. No normal tails are assumed. Refuses where the model cannot be fitted, fewer than two blocks of residuals, and missing returns.
 * Source: Künsch, The jackknife and the bootstrap for general stationary observations (1989); the prediction error after Davison and Hinkley (1997), 6.3.3.
 */
export function bootstrapBand(
  model: Model,
  estimation: { readonly firm: Column; readonly market: Column },
  event: { readonly firm: Column; readonly market: Column },
  { seed, resamples, block, confidence }: BootstrapOptions,
): BootstrapBand | Refusal {
  const fit = fitModel(model, estimation.firm, estimation.market)
  if (isRefusal(fit)) return fit
  const { n } = fit
  if (n < 2 * block) return refuse('too-few-sessions', `${n} residuals are fewer than two blocks of ${block}`)
  const residuals = residualsOf(fit, estimation.firm, estimation.market)
  const car = residualsOf(fit, event.firm, event.market).reduce((sum, value) => sum + value, 0)
  if (Number.isNaN(car)) return refuse('missing-values', 'a return of the window is missing')
  const random = seededRandom(seed)
  const sessions = event.firm.length
  const drawn = new Float64Array(n + sessions)
  const firm = new Float64Array(n)
  let marketSum = 0
  for (let j = 0; j < sessions; j++) marketSum += fit.beta === 0 ? 0 : (event.market[j] as number)
  const errors = new Float64Array(resamples)
  for (let b = 0; b < resamples; b++) {
    drawBlocks(residuals, drawn, block, random)
    for (let i = 0; i < n; i++)
      firm[i] = (estimation.firm[i] as number) - (residuals[i] as number) + (drawn[i] as number)
    const again = fitModel(model, firm, estimation.market)
    if (isRefusal(again)) return again
    let error = -(again.alpha - fit.alpha) * sessions - (again.beta - fit.beta) * marketSum
    for (let j = 0; j < sessions; j++) error += drawn[n + j] as number
    errors[b] = error
  }
  const asFar = errors.reduce((count, error) => count + (Math.abs(error) >= Math.abs(car) ? 1 : 0), 0)
  const sorted = errors.sort()
  const quantile = (share: number) => sorted[Math.round(share * (resamples - 1))] as number
  const tail = (1 - confidence) / 2
  return {
    lo: car - quantile(1 - tail),
    hi: car - quantile(tail),
    p: (1 + asFar) / (1 + resamples),
    resamples,
    block,
    seed,
  }
}

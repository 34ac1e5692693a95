import { type Column, mean, squaredDeviations } from '../moments'
import { type Refusal, refuse } from '../refusal'

/** How the return that would have been normal is told: by the market's, as the market's, as the firm's own mean. */
export const models = ['market', 'market-adjusted', 'mean-adjusted'] as const
export type Model = (typeof models)[number]

/** A model fitted on an estimation window. */
export interface Fit {
  readonly model: Model
  /** Rows it was estimated on. */
  readonly n: number
  /** Normal return = alpha + beta x market; 0 and 1 for `market-adjusted`, the mean and 0 for `mean-adjusted`. */
  readonly alpha: number
  readonly beta: number
  /** Residual standard deviation and its degrees of freedom. */
  readonly sigma: number
  readonly df: number
  /** Mean of the market's returns in the window, and the sum of their squared deviations from it. */
  readonly marketMean: number
  readonly marketSquares: number
  /** Standard errors and R², null where the model estimates no such thing. */
  readonly seAlpha: number | null
  readonly seBeta: number | null
  readonly r2: number | null
}

/** Parameters a model estimates: what n is lowered by for the degrees of freedom. `market-adjusted` estimates the mean of its residuals for their deviation. */
const parametersOf: Readonly<Record<Model, number>> = { market: 2, 'market-adjusted': 1, 'mean-adjusted': 1 }

/** Squares this much smaller than those of the values themselves are rounding, not variation. */
const rounding = 1e-24

function sumOfSquares(values: Column): number {
  return squaredDeviations(values, 0)
}

function marketModel(firm: Column, market: Column): Fit | Refusal {
  const n = firm.length
  const firmMean = mean(firm)
  const marketMean = mean(market)
  let marketSquares = 0
  let products = 0
  let firmSquares = 0
  for (let i = 0; i < n; i++) {
    const x = (market[i] as number) - marketMean
    const y = (firm[i] as number) - firmMean
    marketSquares += x * x
    products += x * y
    firmSquares += y * y
  }
  if (marketSquares <= rounding * (marketSquares + n * marketMean * marketMean)) {
    return refuse('constant-market', `the market's return is the same in all ${n} sessions of the estimation window`)
  }
  const beta = products / marketSquares
  const alpha = firmMean - beta * marketMean
  let residualSquares = 0
  for (let i = 0; i < n; i++) {
    const e = (firm[i] as number) - firmMean - beta * ((market[i] as number) - marketMean)
    residualSquares += e * e
  }
  const noise = rounding * (firmSquares + n * firmMean * firmMean)
  if (residualSquares <= noise) residualSquares = 0
  const df = n - 2
  const sigma = Math.sqrt(residualSquares / df)
  return {
    // Written out one by one: an object spread in here doubled the time of the fit after each garbage collection.
    model: 'market',
    n,
    alpha,
    beta,
    sigma,
    df,
    marketMean,
    marketSquares,
    seAlpha: sigma * Math.sqrt(1 / n + (marketMean * marketMean) / marketSquares),
    seBeta: sigma / Math.sqrt(marketSquares),
    r2: firmSquares <= noise ? null : 1 - residualSquares / firmSquares,
  }
}

function deviationOf(values: Column, scale: Column): number {
  const squares = squaredDeviations(values, mean(values))
  return squares <= rounding * sumOfSquares(scale) ? 0 : Math.sqrt(squares / (values.length - 1))
}

/**
 * Fits a model on the returns of an estimation window: two columns of one length and one kind of return, without gaps (`mean-adjusted` looks at the
 * firm alone). Centred, two-pass sums. Refuses with fewer rows than leave one degree of freedom, and a constant market. A sigma of 0 is one below
 * the rounding of the returns.
 * Sources: MacKinlay, Event Studies in Economics and Finance (1997), sections 5 and 6; Brown and Warner (1985). `market`: OLS, s² = Σe²/(n - 2).
 * `market-adjusted`: the deviation of firm - market about its own mean, df = n - 1. `mean-adjusted`: that of the firm, df = n - 1.
 */
export function fitModel(model: Model, firm: Column, market: Column): Fit | Refusal {
  const n = firm.length
  const df = n - parametersOf[model]
  if (df < 1) {
    return refuse(
      'too-few-sessions',
      `the estimation window has ${n} usable returns, the ${model} model needs ${parametersOf[model] + 1}`,
    )
  }
  if (model === 'market') return marketModel(firm, market)
  const none = { marketMean: 0, marketSquares: 0, seBeta: null, r2: null }
  if (model === 'mean-adjusted') {
    const sigma = deviationOf(firm, firm)
    return { model, n, df, alpha: mean(firm), beta: 0, sigma, seAlpha: sigma / Math.sqrt(n), ...none }
  }
  const differences = new Float64Array(n)
  for (let i = 0; i < n; i++) differences[i] = (firm[i] as number) - (market[i] as number)
  return { model, n, df, alpha: 0, beta: 1, sigma: deviationOf(differences, firm), seAlpha: null, ...none }
}

/** Abnormal returns of the estimation window itself, firm - alpha - beta x market: the residuals of the market model. */
export function residualsOf({ alpha, beta }: Pick<Fit, 'alpha' | 'beta'>, firm: Column, market: Column): Float64Array {
  const out = new Float64Array(firm.length)
  for (let i = 0; i < out.length; i++) {
    out[i] = (firm[i] as number) - alpha - (beta === 0 ? 0 : beta * (market[i] as number))
  }
  return out
}

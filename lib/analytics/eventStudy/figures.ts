import { studentReach, studentTwoSided } from '../distributions'
import { finite, finites } from '../edge'
import type { Column } from '../moments'
import { isRefusal, type Refusal } from '../refusal'
import type { ReturnKind } from '../returns'
import { type AbnormalReturns, abnormalReturns } from './abnormal'
import { buyAndHold } from './buyAndHold'
import { type Fit, fitModel, type Model, residualsOf } from './model'

type Nullable = (number | null)[]

/** Columns of a study over the days of its event window. */
export const dayColumns = [
  ...(['expected', 'ar', 'arSe', 'arT', 'arP', 'arTSimple'] as const),
  ...(['car', 'carSe', 'carT', 'carP', 'carLo', 'carHi', 'carTSimple'] as const),
] as const
type DayColumns = Readonly<Record<(typeof dayColumns)[number], Nullable>>

/**
 * Everything a study says of one event, null where a figure cannot be had. Columns run over `days`; p is two-sided; the band is around the CAR; the
 * Simple t are AR / sigma and CAR / (sigma √m), without what the estimated parameters add.
 */
export interface EventFigures extends DayColumns {
  /** Rows the model was estimated on. */
  readonly n: number
  readonly alpha: number | null
  readonly beta: number | null
  readonly seAlpha: number | null
  readonly seBeta: number | null
  readonly r2: number | null
  readonly sigma: number | null
  readonly df: number | null
  /** Sessions from day 0. */
  readonly days: number[]
  /** Buy-and-hold abnormal return; null without a market. */
  readonly bhar: Nullable | null
}

/** Aligned returns of one event: no NaN in the estimation window, NaN for what is missing in the event window. `market` null: there is none. */
export interface EventReturns {
  readonly estimation: { readonly firm: Column; readonly market: Column }
  readonly event: { readonly days: readonly number[]; readonly firm: Column; readonly market: Column | null }
}

/** A study of one event: its figures, and what a test across events goes on with (`residuals` and `abnormal` null where there is no model). */
export interface EventResult {
  readonly figures: EventFigures
  readonly fit: Fit | null
  readonly residuals: Float64Array | null
  readonly abnormal: AbnormalReturns | null
  readonly refusal: Refusal | null
}

/** What `market-adjusted` says without an estimation window: abnormal returns, and nothing about their spread. */
function unfitted(n: number): Fit {
  const unknown = { sigma: Number.NaN, df: 0, marketMean: 0, marketSquares: 0, seAlpha: null, seBeta: null, r2: null }
  return { model: 'market-adjusted', n, alpha: 0, beta: 1, ...unknown }
}

function columnsOf(fit: Fit, of: AbnormalReturns, confidence: number) {
  const { ar, car, carSe, carT } = of
  const p = (t: number) => (fit.df < 1 || !Number.isFinite(t) ? Number.NaN : studentTwoSided(t, fit.df))
  const quantile = fit.df < 1 ? Number.NaN : studentReach(confidence, fit.df)
  return {
    expected: finites(of.expected),
    ar: finites(ar),
    arSe: finites(of.arSe),
    arT: finites(of.arT),
    arP: finites(of.arT.map(p)),
    arTSimple: finites(ar.map((value) => value / fit.sigma)),
    car: finites(car),
    carSe: finites(carSe),
    carT: finites(carT),
    carP: finites(carT.map(p)),
    carLo: finites(car.map((value, j) => value - quantile * (carSe[j] as number))),
    carHi: finites(car.map((value, j) => value + quantile * (carSe[j] as number))),
    carTSimple: finites(car.map((value, j) => value / (fit.sigma * Math.sqrt(j + 1)))),
  }
}

function noColumns(days: number): DayColumns {
  return Object.fromEntries(dayColumns.map((name) => [name, new Array<null>(days).fill(null)])) as unknown as DayColumns
}

function parametersOf(fit: Fit | null, n: number) {
  if (fit === null) {
    return { n, alpha: null, beta: null, seAlpha: null, seBeta: null, r2: null, sigma: null, df: null }
  }
  const known = (value: number | null) => (value === null ? null : finite(value))
  return {
    n,
    alpha: finite(fit.alpha),
    beta: fit.model === 'mean-adjusted' ? null : finite(fit.beta),
    seAlpha: known(fit.seAlpha),
    seBeta: known(fit.seBeta),
    r2: known(fit.r2),
    sigma: finite(fit.sigma),
    df: fit.df < 1 ? null : fit.df,
  }
}

/** What is left of a study that could not be made: its days, every figure null, and the reason. */
export function refusedResult(refusal: Refusal, days: readonly number[]): EventResult {
  const figures = { ...parametersOf(null, 0), days: [...days], ...noColumns(days.length), bhar: null }
  return { figures, fit: null, residuals: null, abnormal: null, refusal }
}

/**
 * The study of one event: fits `model` on its estimation window and sets the event window against it. Where the model cannot be fitted the refusal
 * says why, and only `market-adjusted`, which needs no estimation for it, still has abnormal returns.
 */
export function eventResult(
  { estimation, event }: EventReturns,
  { model, returns, confidence = 0.95 }: { model: Model; returns: ReturnKind; confidence?: number },
): EventResult {
  const { days, firm } = event
  const market = event.market ?? new Float64Array(firm.length).fill(Number.NaN)
  const fitted = fitModel(model, estimation.firm, estimation.market)
  const refusal = isRefusal(fitted) ? fitted : null
  const n = estimation.firm.length
  const fit = isRefusal(fitted) ? (model === 'market-adjusted' ? unfitted(n) : null) : fitted
  const abnormal = fit && abnormalReturns(fit, firm, market)
  const columns = fit && abnormal ? columnsOf(fit, abnormal, confidence) : noColumns(firm.length)
  const bhar = event.market && finites(buyAndHold(firm, event.market, returns))
  return {
    figures: { ...parametersOf(fit, n), days: [...days], ...columns, bhar },
    fit: refusal ? null : fit,
    residuals: fit && residualsOf(fit, estimation.firm, estimation.market),
    abnormal,
    refusal,
  }
}

/** Geometry of the charts that are drawn on the server: plain numbers in, plain numbers out. */

/** The smallest step of 1, 2 or 5 times a power of ten that cuts `span` into at most `most` parts; 1 for a span of nothing, which is what is under 1e-12. */
export function niceStep(span: number, most: number): number {
  if (!(span > 1e-12)) return 1
  const least = span / most
  const power = 10 ** Math.floor(Math.log10(least))
  // Rounding may put a quotient a hair above the step that it equals.
  const times = [1, 2, 5].find((one) => one * power >= least * (1 - 1e-9)) ?? 10
  return times * power
}

const multiple = (step: number, count: number) => Number((step * count).toPrecision(12))

/** An axis whose ends are ticks: all of `values` lie within, and zero does; at most `most` steps and one at each end. */
export function axisOver(
  values: readonly number[],
  most: number,
): { readonly low: number; readonly high: number; readonly ticks: readonly number[] } {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  const step = niceStep(high - low, most)
  const [from, to] = [Math.floor(low / step), Math.max(Math.ceil(high / step), Math.floor(low / step) + 1)]
  const ticks = Array.from({ length: to - from + 1 }, (_, i) => multiple(step, from + i))
  return { low: multiple(step, from), high: multiple(step, to), ticks }
}

/** The linear map that takes `from` to `to`. */
export function linearScale(from: readonly [number, number], to: readonly [number, number]): (value: number) => number {
  const slope = (to[1] - to[0]) / (from[1] - from[0])
  return (value) => to[0] + (value - from[0]) * slope
}

/** The middle of slot `index` of `count` equal ones, in percent of the width. */
export function slotMiddle(index: number, count: number): number {
  return (100 * (index + 0.5)) / count
}

/** The days of `days` (ascending whole numbers) to label: multiples of a nice step, at most about `most`, zero among them where it is there. */
export function labelledDays(days: readonly number[], most: number): number[] {
  const step = Math.max(1, niceStep(days.length, most))
  return days.filter((day) => day % step === 0)
}

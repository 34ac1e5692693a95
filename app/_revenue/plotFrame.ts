import { niceStep } from '@/app/_ui/chart/scale'

/** Where Tremor's chart puts its bars: the plain bars made on the server stand at the same places, so that nothing moves when the chart has come. Pixels. */
export const plotFrame = {
  height: 176,
  top: 5,
  /** Below the plot, for the names of the quarters. */
  bottom: 30,
  yAxisWidth: 52,
  /** Within the plot, at its left and right end. */
  padding: 6,
  /** Of each bar's slot, free on either side. */
  gap: 0.22,
} as const

/** The value axis of the bars: zero to a nice number above the highest, in four steps (what recharts makes of that range as well). */
export function valueAxis(values: readonly number[]): { readonly high: number; readonly ticks: readonly number[] } {
  const highest = Math.max(...values, 0)
  const steps = 4
  const step = niceStep(highest > 0 ? highest : 1, steps)
  return { high: step * steps, ticks: Array.from({ length: steps + 1 }, (_, i) => i * step) }
}

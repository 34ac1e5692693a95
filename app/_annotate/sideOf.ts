import type { LivePlot } from '@/app/_ui/chart/live/plot'

/** The side of the screen on which something leaves a position of the axis in sight. */
export function sideOf(plot: HTMLElement | null, live: LivePlot | null, index: number): 'left' | 'right' {
  if (!plot || !live) return 'right'
  const { left, width } = plot.getBoundingClientRect()
  const [first, last] = [live.indexAt(0) ?? 0, live.indexAt(width) ?? index]
  const x = left + (width * (index - first)) / Math.max(last - first, 1)
  return x > window.innerWidth / 2 ? 'left' : 'right'
}

import type { BarsView } from './schema'

/** The sum of volumes, null when one of them is not known. */
function volumeOf(volumes: readonly (number | null)[]): number | null {
  return volumes.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0)
}

/**
 * A view of at most `points` bars: the sessions in as many parts as alike as can be, each one bar. Its session is the part's last one; its open is the first open, its close the last close,
 * high and low the highest and lowest of the part, volume the sum (null when one is not known), settled when all are. No price is one that was not traded. A view with no more sessions
 * is returned as it is. Pure.
 */
export function sampled(view: BarsView, points: number): BarsView {
  const of = view.session.length
  if (of <= points) return view
  const out: BarsView = {
    ...{ session: [], open: [], high: [], low: [], close: [], volume: [], settled: [] },
    meta: { ...view.meta, rows: points, sampled: { of, points } },
  }
  for (let part = 0; part < points; part++) {
    const first = Math.floor((part * of) / points)
    const end = Math.floor(((part + 1) * of) / points)
    const last = end - 1
    out.session.push(view.session[last] ?? '')
    out.open.push(view.open[first] ?? Number.NaN)
    out.high.push(Math.max(...view.high.slice(first, end)))
    out.low.push(Math.min(...view.low.slice(first, end)))
    out.close.push(view.close[last] ?? Number.NaN)
    out.volume.push(volumeOf(view.volume.slice(first, end)))
    out.settled.push(view.settled.slice(first, end).every(Boolean))
  }
  return out
}

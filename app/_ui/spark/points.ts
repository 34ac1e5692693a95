/** A value of a session; `index` is its place among all sessions of the axis. */
export interface SparkPoint {
  readonly index: number
  readonly session: string
  readonly value: number
}

/** The rows of two columns that have a value, from session `from` on (null: all), numbered from the first row of that range. */
export function sparkPoints(
  sessions: readonly string[],
  values: readonly (number | null)[],
  from: string | null,
): { readonly points: SparkPoint[]; readonly sessions: readonly string[] } {
  const first = from === null ? 0 : sessions.findIndex((session) => session >= from)
  const shown = first < 0 ? [] : sessions.slice(first)
  const points = shown.flatMap((session, index) => {
    const value = values[first + index]
    return value === null || value === undefined ? [] : [{ index, session, value }]
  })
  return { points, sessions: shown }
}

/** At most about `most` of the points, ascending, the lowest and the highest of each stretch among them: a line through them looks the same. */
export function thinned(points: readonly SparkPoint[], most: number): SparkPoint[] {
  if (points.length <= most) return [...points]
  const size = Math.ceil((2 * points.length) / most)
  const kept: SparkPoint[] = []
  for (let start = 0; start < points.length; start += size) {
    const stretch = points.slice(start, start + size)
    const [first] = stretch
    if (first === undefined) continue
    let [low, high] = [first, first]
    for (const point of stretch) {
      if (point.value < low.value) low = point
      if (point.value > high.value) high = point
    }
    kept.push(...[low, high].sort((a, b) => a.index - b.index).slice(low === high ? 1 : 0))
  }
  const [first, last] = [points[0], points.at(-1)]
  if (first && kept[0] !== first) kept.unshift(first)
  if (last && kept.at(-1) !== last) kept.push(last)
  return kept
}

/** The last point of each of at most `most` stretches of the axis: where a pointer can rest. `from` and `to` are the stretch's first and last place. */
export function stops(
  points: readonly SparkPoint[],
  sessions: number,
  most: number,
): { readonly from: number; readonly to: number; readonly point: SparkPoint }[] {
  const size = Math.max(1, Math.ceil(sessions / most))
  const byStretch = new Map<number, SparkPoint>()
  for (const point of points) byStretch.set(Math.floor(point.index / size), point)
  return [...byStretch].map(([stretch, point]) => ({
    from: stretch * size,
    to: Math.min((stretch + 1) * size, sessions) - 1,
    point,
  }))
}

/** The last row of each month, and the last of all, ascending. */
export function monthEnds(points: readonly SparkPoint[]): SparkPoint[] {
  return points.filter(({ session }, i) => points[i + 1]?.session.slice(0, 7) !== session.slice(0, 7))
}

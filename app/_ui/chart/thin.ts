/**
 * Positions of the points that show the shape of a series when it has more of them than the picture has columns: the first, lowest, highest and last of each of `columns`
 * equal parts, ascending. All positions when there are no more than four a column.
 */
export function thinned(value: readonly number[], start: number, end: number, columns: number): number[] {
  const count = end - start
  if (count <= 4 * columns) return Array.from({ length: Math.max(count, 0) }, (_, i) => start + i)
  const kept: number[] = []
  for (let column = 0; column < columns; column++) {
    const first = start + Math.floor((column * count) / columns)
    const last = start + Math.floor(((column + 1) * count) / columns) - 1
    let [low, high] = [first, first]
    for (let i = first; i <= last; i++) {
      if ((value[i] ?? 0) < (value[low] ?? 0)) low = i
      if ((value[i] ?? 0) > (value[high] ?? 0)) high = i
    }
    kept.push(...[...new Set([first, low, high, last])].sort((a, b) => a - b))
  }
  return kept
}

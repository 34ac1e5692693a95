/** A path or a list of points of the square of `from` by `from`, on a plot of `width` by `height` pixels: the drawing library knows no stroke that keeps its width. */
export function stretched(points: string, from: number, width: number, height: number): string {
  const [across, down] = [width / from, height / from]
  return points.replace(
    /(-?[\d.]+),(-?[\d.]+)/g,
    (_, x: string, y: string) => `${(Number(x) * across).toFixed(1)},${(Number(y) * down).toFixed(1)}`,
  )
}

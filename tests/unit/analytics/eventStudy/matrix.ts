/** Rows of numbers. */
export type Matrix = readonly (readonly number[])[]

export function product(a: Matrix, b: Matrix): number[][] {
  return a.map((row) => (b[0] ?? []).map((_, j) => row.reduce((sum, cell, k) => sum + cell * (b[k]?.[j] ?? 0), 0)))
}

/** The inverse by Gauss and Jordan with partial pivoting: an independent road to what the library writes out in closed form. */
export function inverse(matrix: Matrix): number[][] {
  const n = matrix.length
  const rows = matrix.map((row, i) => [...row, ...matrix.map((_, j) => (i === j ? 1 : 0))])
  for (let column = 0; column < n; column++) {
    const below = rows.slice(column).map((row) => Math.abs(row[column] ?? 0))
    const pivot = column + below.indexOf(Math.max(...below))
    const [from = [], to = []] = [rows[pivot], rows[column]]
    const scaled = from.map((cell) => cell / (from[column] ?? 0))
    rows[pivot] = to
    rows[column] = scaled
    for (const [i, row] of rows.entries()) {
      if (i === column) continue
      const factor = row[column] ?? 0
      rows[i] = row.map((cell, k) => cell - factor * (scaled[k] ?? 0))
    }
  }
  return rows.map((row) => row.slice(n))
}

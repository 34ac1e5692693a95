/** One line of the board: values with 100 at the base, ascending by session. */
export interface RebasedLine {
  readonly side: 'cambricon' | 'nvidia'
  readonly name: string
  readonly session: readonly string[]
  readonly value: readonly number[]
}

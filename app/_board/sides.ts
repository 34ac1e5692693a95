import type { RebasedLine } from '@/app/_ui/chart/rebased'
import { valueAt } from '@/app/_ui/chart/timeline'
import { board } from '@/app/_ui/messages/board'
import type { CompareView } from '@/lib/api/compare/view'

/** The two sides of the argument and the listing that stands for each. */
export const sides = [
  { side: 'cambricon', symbol: '688256.SS', name: board.sides.cambricon },
  { side: 'nvidia', symbol: 'NVDA', name: board.sides.nvidia },
] as const

export type Side = (typeof sides)[number]['side']

/** Classes of each side's colour, whole words so that Tailwind sees them. */
export const sideClass: Readonly<Record<Side, { text: string; ground: string }>> = {
  cambricon: { text: 'text-cambricon', ground: 'bg-cambricon' },
  nvidia: { text: 'text-nvidia', ground: 'bg-nvidia' },
}

/** The rebased lines of a comparison in the order of the sides. */
export function linesOf(compare: CompareView): RebasedLine[] {
  return sides.flatMap(({ side, symbol, name }) => {
    const series = compare.series.find((one) => one.symbol === symbol)
    return series && series.session.length > 0 ? [{ side, name, session: series.session, value: series.value }] : []
  })
}

/** Who is ahead on the last session for which every line has a value; null unless there are two lines. Changes are fractions since the base. */
export function standing(lines: readonly RebasedLine[]) {
  const ends = lines.map((line) => line.session.at(-1) ?? '')
  const end = [...ends].sort()[0]
  if (lines.length < 2 || !end) return null
  const changes = lines.map((line) => ({
    name: line.name,
    change: (valueAt(line.session, line.value, end)?.value ?? 100) / 100 - 1,
  }))
  const [first, second] = [...changes].sort((a, b) => b.change - a.change)
  return first && second ? { end, first, second } : null
}

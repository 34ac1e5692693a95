import type { ChartLine } from '@/app/_ui/chart/model'
import { valueAt } from '@/app/_ui/chart/timeline'
import type { CompareView } from '@/lib/api/compare/view'

/** The two sides of the argument and the listing that stands for each; their names are texts. */
export const sides = [
  { side: 'cambricon', symbol: '688256.SS' },
  { side: 'nvidia', symbol: 'NVDA' },
] as const

export type Side = (typeof sides)[number]['side']

/** Classes of each side's colour, whole words so that Tailwind sees them. */
export const sideClass: Readonly<Record<Side, { text: string; ground: string }>> = {
  cambricon: { text: 'text-cambricon', ground: 'bg-cambricon' },
  nvidia: { text: 'text-nvidia', ground: 'bg-nvidia' },
}

/** The rebased lines of a comparison in the order of the sides, in the names of the page's language. */
export function linesOf(compare: Pick<CompareView, 'series'>, names: Readonly<Record<Side, string>>): ChartLine[] {
  return sides.flatMap(({ side, symbol }) => {
    const series = compare.series.find((one) => one.symbol === symbol)
    if (!series || series.session.length === 0) return []
    return [{ id: symbol, name: names[side], colour: side, session: series.session, value: series.value }]
  })
}

/** Who is ahead on the last session for which every line has a value; null unless there are two lines. Changes are fractions since the base. */
export function standing(lines: readonly ChartLine[]) {
  const ends = lines.map((line) => line.session.at(-1) ?? '')
  const end = [...ends].sort()[0]
  if (lines.length < 2 || !end) return null
  const changes = lines.map(({ name, session, value }) => ({
    name,
    change: (valueAt(session, value, end)?.value ?? 100) / 100 - 1,
  }))
  const [first, second] = [...changes].sort((a, b) => b.change - a.change)
  return first && second ? { end, first, second } : null
}

import type { ChartLine, LineColour } from '@/app/_ui/chart/model'
import { inLanguage } from '@/app/_ui/i18n/texts'
import type { Comparison } from '@/lib/api/compare/view'
import type { Language } from '@/lib/api/language'

const ofSides: Readonly<Record<string, LineColour>> = { '688256.SS': 'cambricon', NVDA: 'nvidia' }
const others: readonly LineColour[] = ['line-3', 'line-4', 'line-5', 'line-6']

/** A colour for each symbol: the two sides keep theirs wherever they stand, the others take what is left in their order. */
export function coloursOf(symbols: readonly string[]): Readonly<Record<string, LineColour>> {
  const left = [
    ...others,
    ...Object.entries(ofSides).flatMap(([symbol, colour]) => (symbols.includes(symbol) ? [] : [colour])),
  ]
  return Object.fromEntries(symbols.map((symbol) => [symbol, ofSides[symbol] ?? left.shift() ?? 'line-6']))
}

/** The lines of a comparison, of the listings that have one, in the names of a language. */
export function linesOf(
  { listings, series }: Pick<Comparison, 'listings' | 'series'>,
  language: Language,
): ChartLine[] {
  const colours = coloursOf(listings.map(({ symbol }) => symbol))
  return listings.flatMap(({ symbol, name, nameZh }, i) => {
    const one = series[i]
    const colour = colours[symbol]
    if (!one || !colour || one.session.length === 0) return []
    const { session, value, settledTo } = one
    return [{ id: symbol, name: inLanguage(language, name, nameZh), colour, session, value, settledTo }]
  })
}

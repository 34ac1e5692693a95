import type { Answer, StandinRates } from './types'

/** Answers the history file: newest first, a comma at the end of each line, `N/A` for what was not quoted. */
export function ecb(rates: readonly StandinRates[]): Answer {
  const currencies = [...new Set(rates.flatMap((day) => Object.keys(day.rates)))]
  const lines = [...rates]
    .sort((a, b) => b.date.localeCompare(a.date))
    .map((day) => `${day.date},${currencies.map((currency) => `${day.rates[currency] ?? 'N/A'},`).join('')}`)
  const body = [`Date,${currencies.map((currency) => `${currency},`).join('')}`, ...lines, ''].join('\n')
  return { status: 200, type: 'text/csv', body }
}

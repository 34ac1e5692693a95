import type { PageMoment } from '@/app/_data/moment'
import type { CompareView } from '@/lib/api/compare/view'
import type { CsvTable } from '@/lib/api/csv/csv'
import { columnsOf } from '../view'

// A value has 6 decimals, which tell a close of any listing to 4 of them.
const closeDigits = 4

function baseText({ base, series, meta }: CompareView): string {
  const name = base.kind === 'event' ? `event:${base.event} (${base.title})` : base.date
  const at = series.map(({ symbol, baseSession, baseClose, currency }) =>
    baseSession === null ? `${symbol} without a base` : `${symbol} ${baseSession} at ${baseClose} ${currency}`,
  )
  return `100 = ${name}; ${meta.rule.toLowerCase()}; ${at.join('; ')}`
}

/** Rebased lines, a row each session and listing: the close in its currency, and its percent of the base’s. */
export function linesTable(view: CompareView, { at }: PageMoment): CsvTable {
  const rows = view.series.flatMap(({ symbol, name, currency, baseClose, session, value }) =>
    session.map((date, i) => ({
      ...{ session: date, listing: symbol, name, currency, value: value[i] ?? null },
      close: baseClose === null ? null : Number((((value[i] ?? Number.NaN) * baseClose) / 100).toFixed(closeDigits)),
    })),
  )
  return {
    about: [
      ['source', view.series.map((one) => `${one.symbol} ${one.source?.name ?? 'none'}`).join('; ') || null],
      ['as of', at.toISOString()],
      ['last sessions', view.series.map((one) => `${one.symbol} ${one.session.at(-1) ?? 'none'}`).join('; ') || null],
      ['adjustment', 'split (divided by the ratios of later splits)'],
      ['currency', view.meta.currency === 'local' ? 'each listing’s own, named in its rows' : view.meta.currency],
      ['conversion', view.meta.conversion],
      ['base', baseText(view)],
      ['note', view.series.flatMap(({ symbol, note }) => (note ? [`${symbol}: ${note}`] : [])).join('; ') || null],
    ],
    columns: columnsOf(['session', 'listing', 'name', 'close', 'currency', 'value'], rows),
  }
}

import type { CsvTable } from '../csv/csv'
import { sourceOf } from '../source/feedName'
import { latest } from '../source/range'
import { type Comparison, seriesNote } from './view'

const adjustments = {
  split: 'split (divided by the ratios of later splits)',
  total: 'total (split, and lowered by later cash dividends)',
}

/**
 * A comparison as a table: what it is and where from, then a line for each session of each listing, listings one after the other. `value` is 100 × used / the used close of the
 * base session, `used` is close × rate to 6 places.
 */
export function compareTable({ base, listings, series, meta }: Comparison): CsvTable {
  const all = listings.flatMap((listing, i) => (series[i] ? [{ listing, one: series[i] }] : []))
  const column = <T>(of: (entry: (typeof all)[number]) => readonly T[]) => all.flatMap((entry) => [...of(entry)])
  const each = all.map(({ listing: { symbol, name, mic }, one }) => {
    const from = `${name}, ${mic}, source ${sourceOf(one.feed)?.name ?? 'none'}`
    const at = one.baseSession === null ? 'no base' : `100 = ${one.baseClose} ${one.currency} on ${one.baseSession}`
    return [`listing ${symbol}`, `${from}; ${at}`] as const
  })
  const notes = all.flatMap(({ listing, one }) => {
    const note = seriesNote(listing, one, meta.adjustment)
    return note === null ? [] : [['note', note.en] as const]
  })
  return {
    about: [
      ['comparison', 'closes as percent of the close of the base session'],
      ['base', base.title === null ? base.date : `${base.title} (event:${base.event}, ${base.date})`],
      ['base rule', meta.rule],
      ...each,
      ...notes,
      ['adjustment', adjustments[meta.adjustment]],
      ['currency', meta.currency === 'local' ? 'each in its own' : meta.currency],
      ['conversion', meta.conversion],
      ['as of', latest(series.flatMap(({ asOf }) => asOf ?? []))],
      ['fetched', latest(series.flatMap(({ fetchedAt }) => fetchedAt ?? []))],
    ],
    columns: {
      session: column(({ one }) => one.session),
      listing: column(({ listing, one }) => one.session.map(() => listing.symbol)),
      currency: column(({ listing, one }) => one.session.map(() => listing.currency)),
      close: column(({ one }) => one.localClose.map(Number)),
      rateDate: column(({ one }) => one.rateDate),
      rate: column(({ one }) => one.rate.map((rate) => (rate === null ? null : Number(rate)))),
      used: column(({ one }) => one.close.map(Number)),
      value: column(({ one }) => one.value),
    },
  }
}

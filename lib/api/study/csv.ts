import type { Cell, CsvTable } from '../csv/csv'
import type { StudyView } from './schema'

const blank = (length: number): null[] => new Array<null>(length).fill(null)
const text = (value: number | null) => (value === null ? null : String(value))

/** A study as a table: what was asked, the headline, then a line a return of both windows, from which every figure can be computed again. */
export function studyTable(view: StudyView): CsvTable {
  const { event, listing, benchmark, settings, headline, meta, input } = view
  const [windows] = input?.events ?? []
  const before = windows?.estimation.session.length ?? 0
  const estimation = <T extends Cell>(column: readonly T[] | null | undefined): (T | null)[] => [
    ...(column ?? blank(before)),
  ]
  const around = <T extends Cell>(column: readonly T[] | null | undefined): (T | null)[] =>
    windows ? [...(column ?? blank(view.days.length))] : []
  const only = (column: readonly Cell[] | null) => [...blank(before), ...around(column)]
  const { model, returns, pre, post, gap } = settings
  return {
    about: [
      ['event study', `${event.title} (${event.slug})`],
      ['listing', `${listing.name} (${listing.symbol}, ${listing.mic})`],
      ['benchmark', benchmark && `${benchmark.name} (${benchmark.symbol})`],
      ['day 0', view.day0],
      [
        'settings',
        `${model} model, ${returns} returns, window -${pre} to +${post}, gap ${gap}, estimation ${settings.estimation}, confidence ${settings.confidence}`,
      ],
      ['adjustment', 'split (divided by the ratios of later splits); close is as traded'],
      ['source', meta.source.map(({ name }) => name).join('; ') || null],
      ['as of', meta.asOf],
      ['last session', meta.lastSession],
      ['currency', meta.currency],
      ['verdict', `${view.verdict}: ${view.sentence}`],
      ['headline CAR [0,+1]', text(headline.test.car)],
      ['headline SE', text(headline.test.se)],
      ['headline p', text(headline.test.p)],
      ['headline p after Holm', text(headline.pHolm)],
      ['placebo p', text(headline.placeboP)],
      ['placebo p after Holm', text(headline.placeboHolm)],
      ['minimum detectable CAR', text(headline.minimumDetectable)],
      ['alpha', text(view.alpha)],
      ['beta', text(view.beta)],
      ['sigma', text(view.sigma)],
      ['degrees of freedom', text(view.df)],
      ['refused', view.refusal && `${view.refusal.reason}: ${view.refusal.detail}`],
    ],
    columns: {
      window: [
        ...estimation(windows?.estimation.session.map(() => 'estimation')),
        ...around(windows?.event.session.map(() => 'event')),
      ],
      session: [...estimation(windows?.estimation.session), ...around(windows?.event.session)],
      day: only(view.days),
      firm: [...estimation(windows?.estimation.firm), ...around(windows?.event.firm)],
      market: [...estimation(windows?.estimation.market), ...around(windows?.event.market)],
      close: only(windows?.event.close ?? null),
      expected: only(view.expected),
      ar: only(view.ar),
      arSe: only(view.arSe),
      arT: only(view.arT),
      arP: only(view.arP),
      car: only(view.car),
      carSe: only(view.carSe),
      carT: only(view.carT),
      carP: only(view.carP),
      carLo: only(view.carLo),
      carHi: only(view.carHi),
      bhar: only(view.bhar),
    },
  }
}

import type { Statistic } from '@/lib/analytics/crossEvent/parametric'
import { finite } from '@/lib/analytics/edge'
import { benjaminiHochberg, holm } from '@/lib/analytics/multiple'
import { isRefusal } from '@/lib/analytics/refusal'
import type { Store } from '@/lib/store/connection/store'
import { type AcrossFilter, type AcrossRow, acrossRows, isCounted } from '@/lib/studies/across/rows'
import { type AcrossTests, acrossTests } from '@/lib/studies/across/tests'
import { studySource } from '@/lib/studies/event/source'
import type { Watch } from '@/lib/studies/watch'
import { digest } from '../memory/digest'
import { remembered } from '../memory/remember'
import { refusalView } from '../study/parts'
import type { AcrossGroupView, AcrossRowView, AcrossView } from './schema'

export type { AcrossGroupView, AcrossRowView, AcrossView } from './schema'

const rule =
  'Market model, log returns, CAR over [0,+1], declared in advance; a row whose window an earlier event of the same listing shares is shown and not counted'

const statisticView = ({ statistic, p }: Statistic) => ({ statistic: finite(statistic), p: finite(p) })

function testsView(of: AcrossTests): NonNullable<AcrossGroupView['tests']> {
  const { meanCar, dependence, sign, chosen, moved } = of
  return {
    meanCar,
    meanPercent: 100 * Math.expm1(meanCar),
    ...dependence,
    crossSectional: statisticView(of.crossSectional),
    theta1: statisticView(of.theta1),
    patell: statisticView(of.patell),
    bmp: statisticView(of.bmp),
    kolariPynnonen: statisticView(of.kolariPynnonen),
    generalisedSign: statisticView(of.generalisedSign),
    sign: { positive: sign.positive, z: finite(sign.z), exactP: finite(sign.exactP) },
    chosen,
    moved,
  }
}

function groupView(by: AcrossGroupView['by'], key: string, rows: readonly AcrossRow[]): AcrossGroupView {
  const counted = rows.filter(isCounted)
  const tests = acrossTests(counted)
  return isRefusal(tests)
    ? { by, key, n: counted.length, refusal: refusalView(tests), tests: null }
    : { by, key, n: counted.length, refusal: null, tests: testsView(tests) }
}

function groupsOf(rows: readonly AcrossRow[]): AcrossGroupView[] {
  const symbols = [...new Set(rows.map(({ headline }) => headline.subject.listing.symbol))]
  const tags = [...new Set(rows.flatMap(({ event }) => event.tags))].sort()
  return [
    groupView('all', 'all', rows),
    ...symbols.map((symbol) =>
      groupView(
        'listing',
        symbol,
        rows.filter(({ headline }) => headline.subject.listing.symbol === symbol),
      ),
    ),
    ...tags.map((tag) =>
      groupView(
        'tag',
        tag,
        rows.filter(({ event }) => event.tags.includes(tag)),
      ),
    ),
  ]
}

function rowView(row: AcrossRow, adjusted: { holm: number; falseDiscovery: number } | null): AcrossRowView {
  const { event, headline, sharedWith } = row
  const { subject, test, verdict, refusal } = headline
  const { slug, title, titleZh, kind, tags } = event
  const { symbol, name, nameZh } = subject.listing
  return {
    ...{ event: slug, title, titleZh, kind, tags: [...tags], symbol, name, nameZh },
    day0: subject.day0,
    verdict,
    car: test?.car ?? null,
    percent: test?.percent ?? null,
    lo: test?.lo ?? null,
    hi: test?.hi ?? null,
    se: test?.se ?? null,
    t: test?.t ?? null,
    p: test?.p ?? null,
    pHolm: test?.pHolm ?? null,
    placeboHolm: test?.placeboHolm ?? null,
    minimumDetectable: test?.minimumDetectable ?? null,
    pHolmAll: adjusted?.holm ?? null,
    pFalseDiscovery: adjusted?.falseDiscovery ?? null,
    counted: isCounted(row),
    sharedWith,
    refusal: refusal && refusalView(refusal),
  }
}

async function made(store: Store, filter: AcrossFilter, now: Date, watch: Watch): Promise<AcrossView> {
  const rows = await acrossRows(studySource(store, now, watch), filter)
  const tested = rows.filter(({ headline }) => headline.test !== null)
  const p = tested.map(({ headline }) => headline.test?.p ?? 1)
  const [byHolm, byRate] = [holm(p), benjaminiHochberg(p)]
  return {
    items: rows.map((row) => {
      const at = tested.indexOf(row)
      return rowView(row, at < 0 ? null : { holm: byHolm[at] ?? 1, falseDiscovery: byRate[at] ?? 1 })
    }),
    groups: groupsOf(rows),
    meta: { rule, looks: tested.length, asOf: now.toISOString() },
  }
}

/**
 * The headline tests of all events that pass the filter, by day 0, and tests across them by listing and by tag, as known at `now`; remembered until something changes that they were made of.
 */
export async function acrossView(store: Store, filter: AcrossFilter, now: Date): Promise<AcrossView> {
  const { kind, tag, topic, listing } = filter
  const key = `across ${digest([kind, tag, topic, listing])}`
  const view = await remembered(store, key, now, (watch) => made(store, filter, now, watch), { settledOnly: true })
  return { ...view, meta: { ...view.meta, asOf: now.toISOString() } }
}

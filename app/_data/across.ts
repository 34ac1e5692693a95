import { hrefWith, type Query, queryValue } from '@/app/_ui/url'
import { acrossView } from '@/lib/api/across/view'
import { pageMoment, urlAt } from './moment'
import { pageStore } from './store'

const kinds = ['event', 'results', 'all'] as const
type Kind = (typeof kinds)[number]

/** Everything the page across events shows for a query, read in process through the view of the API. */
export async function acrossData(query: Query, now: Date) {
  const moment = pageMoment(query, now)
  const kind: Kind = kinds.find((one) => one === queryValue(query, 'kind')) ?? 'event'
  const view = await acrossView(pageStore(), kind === 'all' ? {} : { kind }, moment.at)
  const bySize = queryValue(query, 'sort') === 'size'
  const size = (car: number | null) => (car === null ? -1 : Math.abs(car))
  const items = bySize ? [...view.items].sort((a, b) => size(b.car) - size(a.car)) : [...view.items].reverse()
  return { moment, kind, bySize, view, items, url: urlAt(hrefWith('/api/v1/studies', { kind }, {}), moment) }
}

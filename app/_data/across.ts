import { type Query, queryValue } from '@/app/_ui/url'
import { acrossView } from '@/lib/api/across/view'
import { pageMoment } from './moment'
import { recently } from './recent'
import { pageStore } from './store'

/** What each parameter of the page across events may be; the first is the default. */
export const acrossChoices = { kind: ['event', 'results', 'all'], sort: ['date', 'size'] } as const
export type AcrossChoice = keyof typeof acrossChoices

/** Everything the page across events shows for a query, read in process through the view of the API, which takes about a second after a change: nobody waits for it who comes within a minute. */
export async function acrossData(query: Query, now: Date) {
  const moment = pageMoment(query, now)
  const chosen = <Name extends AcrossChoice>(name: Name): (typeof acrossChoices)[Name][number] =>
    acrossChoices[name].find((one) => one === queryValue(query, name)) ?? acrossChoices[name][0]
  const [kind, sort] = [chosen('kind'), chosen('sort')]
  const wrong = (['kind', 'sort'] as const).flatMap((name) => {
    const value = queryValue(query, name)
    return value === undefined || value === chosen(name) ? [] : [{ name, value }]
  })
  const make = () => acrossView(pageStore(), kind === 'all' ? {} : { kind }, moment.at)
  const view = await recently(`across ${kind} ${moment.asOf ?? 'now'}`, 5, now, make, moment.asOf === null ? 55 : 0)
  const size = (car: number | null) => (car === null ? -1 : Math.abs(car))
  const items = sort === 'size' ? [...view.items].sort((a, b) => size(b.car) - size(a.car)) : [...view.items].reverse()
  return { moment, kind, sort, wrong, view, items }
}

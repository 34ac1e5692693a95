import { type Find, pageFinds } from '@/app/_ui/search/finds'
import { type Query, queryValue } from '@/app/_ui/url'
import { matching } from '@/lib/api/search/match'
import { searchView } from '@/lib/api/search/view'
import { pageMoment } from './moment'
import { pageStore } from './store'

/** What the page of a search shows for a query: the words asked for, and what holds all of them, nearest first; nothing where none were asked for. */
export async function searchData(query: Query, now: Date) {
  const moment = pageMoment(query, now)
  const words = (queryValue(query, 'q') ?? '').trim()
  if (words === '') return { moment, words, finds: [] as readonly Find[] }
  const { items } = await searchView(pageStore(), now, moment.asOf === null ? undefined : moment.at)
  return { moment, words, finds: matching([...pageFinds, ...items], words) }
}

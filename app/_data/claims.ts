import type { Query } from '@/app/_ui/url'
import { claimsView, claimView } from '@/lib/api/claims/view'
import { pageMoment, urlAt } from './moment'
import { pageStore } from './store'

/** What the list of claims shows for a query, read in process through the view of the API. */
export async function claimsData(query: Query, now: Date) {
  const moment = pageMoment(query, now)
  const { items } = await claimsView(pageStore(), moment.at)
  return { moment, items }
}

/** What the page of a claim shows for a query; null for an unknown slug, and before the claim was made. */
export async function claimData(slug: string, query: Query, now: Date) {
  const moment = pageMoment(query, now)
  const claim = await claimView(pageStore(), slug, moment.at)
  if (claim === null) return null
  const url = `/api/v1/claims/${encodeURIComponent(slug)}`
  return { moment, claim, jsonUrl: urlAt(url, moment), csvUrl: urlAt(`${url}?format=csv`, moment) }
}

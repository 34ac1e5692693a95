import { type Query, queryValue } from '@/app/_ui/url'
import { type ClaimView, claimsView, claimView } from '@/lib/api/claims/view'
import { statuses } from '@/lib/store/input'
import { claimVerdicts } from '@/lib/studies/claims/result'
import type { Shown } from './annotator'
import { pageMoment } from './moment'
import { pageStore } from './store'

/** How many of some claims were given each verdict, in the order of the verdicts; those that none was given are left out. */
export function verdictCounts(items: readonly Pick<ClaimView, 'verdict'>[]) {
  return claimVerdicts
    .map((verdict) => ({ verdict, count: items.filter((claim) => claim.verdict === verdict).length }))
    .filter(({ count }) => count > 0)
}

/**
 * What the list of claims shows for a query, read in process through the view of the API: `all` that had been stated, `items` of the verdict in the
 * URL. A verdict that is none is named in `wrong`, and all are shown.
 */
export async function claimsData(query: Query, now: Date) {
  const moment = pageMoment(query, now)
  const asked = queryValue(query, 'verdict')
  const verdict = claimVerdicts.find((one) => one === asked) ?? null
  const { items: all } = await claimsView(pageStore(), moment.at)
  return {
    moment,
    verdict,
    wrong: asked !== undefined && verdict === null ? { text: asked, expected: claimVerdicts.join(', ') } : null,
    all,
    items: verdict === null ? all : all.filter((claim) => claim.verdict === verdict),
    counts: verdictCounts(all),
  }
}

/** What the page of a claim shows for a query; null for an unknown slug, and before the claim was made. What is not published only when it is asked for. */
export async function claimData(slug: string, query: Query, now: Date, shown: Shown = 'published') {
  const moment = pageMoment(query, now)
  const claim = await claimView(pageStore(), slug, moment.at, shown === 'published' ? undefined : statuses)
  return claim && { moment, claim }
}

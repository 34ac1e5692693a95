import { isTradingDate } from '@/lib/market/date'
import { claimBySlug, listClaims, type StoredClaim } from '@/lib/store/claim/list'
import type { Store } from '@/lib/store/connection/store'
import type { Status } from '@/lib/store/input'
import { judgeClaim, judgedAtOf } from '@/lib/studies/claims/judge'
import type { ClaimInput, ClaimVerdict, EndDates, Judgement, Range } from '@/lib/studies/claims/result'
import { feedName, feedNameZh } from '../source/feedName'
import type { ClaimsView, ClaimView, JudgedClaimView } from './schema'

export type { ClaimsView, ClaimView, JudgedClaimView } from './schema'

const numbers = ({ low, high }: Range) => ({ low: Number(low), high: Number(high) })

function endDatesView({ min, max, list, ...counts }: EndDates): JudgedClaimView['endDates'] {
  return {
    ...counts,
    min: Number(min),
    max: Number(max),
    list: list.map(({ close, startClose, change, feed, ...end }) => ({
      ...end,
      close: Number(close),
      startClose: Number(startClose),
      change: Number(change),
      source: feedName(feed),
    })),
  }
}

function inputView({ name, value, unit, period, feed, document, asOf }: ClaimInput): JudgedClaimView['inputs'][number] {
  return {
    ...{ name: name.en, nameZh: name.zh, value, unit: unit.en, unitZh: unit.zh, period },
    ...(feed === null ? { source: null, sourceZh: null } : { source: feedName(feed), sourceZh: feedNameZh(feed) }),
    ...{ document: document?.en ?? null, documentZh: document?.zh ?? null, asOf: asOf?.toISOString() ?? null },
  }
}

function viewOf({ createdAt, ...claim }: StoredClaim, { verdict, finding, since }: Judgement, now: Date): ClaimView {
  return {
    ...claim,
    verdict,
    finding: finding.en,
    findingZh: finding.zh,
    since: since?.en ?? null,
    sinceZh: since?.zh ?? null,
    judgedAt: judgedAtOf(claim.statedOn, now)?.toISOString() ?? null,
    addedAt: createdAt.toISOString(),
  }
}

/** A claim exists from the day (UTC) on which it was stated. One whose day is no date is always there, and says so. */
export function existsAt({ statedOn }: Pick<StoredClaim, 'statedOn'>, now: Date): boolean {
  return !isTradingDate(statedOn) || statedOn <= now.toISOString().slice(0, 10)
}

/**
 * Claims in one of the states (published when not given) that had been stated at `now`, in display order, each judged with what was known when it was
 * made; with a verdict only those that were given it.
 */
export async function claimsView(
  store: Store,
  now: Date,
  { verdict, status }: { readonly verdict?: ClaimVerdict; readonly status?: readonly Status[] } = {},
): Promise<ClaimsView> {
  const claims = (await listClaims(store, status)).filter((claim) => existsAt(claim, now))
  const items = await Promise.all(claims.map(async (claim) => viewOf(claim, await judgeClaim(store, claim, now), now)))
  return { items: items.filter((claim) => verdict === undefined || claim.verdict === verdict) }
}

/**
 * The claim of a slug, in one of the states (published when not given), with everything its verdict rests on; null when there is none that had been
 * stated at `now`.
 */
export async function claimView(
  store: Store,
  slug: string,
  now: Date,
  status?: readonly Status[],
): Promise<JudgedClaimView | null> {
  const claim = await claimBySlug(store, slug, status)
  return claim === null || !existsAt(claim, now) ? null : judgedView(store, claim, now)
}

/** A claim, stored or only proposed, with everything that a verdict on it at `now` rests on. */
export async function judgedView(store: Store, claim: StoredClaim, now: Date): Promise<JudgedClaimView> {
  const judgement = await judgeClaim(store, claim, now)
  const { inputs, formula, computed, interval, stated, endDates, conversions } = judgement
  return {
    ...viewOf(claim, judgement, now),
    formula: formula?.en ?? null,
    formulaZh: formula?.zh ?? null,
    inputs: inputs.map(inputView),
    computed: computed && { value: Number(computed.value), unit: computed.unit.en, unitZh: computed.unit.zh },
    interval: interval && numbers(interval),
    stated: stated && numbers(stated),
    endDates: endDates && endDatesView(endDates),
    conversions: conversions?.map((one) => ({ ...one, value: Number(one.value) })) ?? null,
  }
}

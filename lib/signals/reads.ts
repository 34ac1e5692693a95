import type { StoredClaim } from '@/lib/store/claim/list'
import { listClaims } from '@/lib/store/claim/list'
import type { Store } from '@/lib/store/connection/store'
import { type Listing, listListings } from '@/lib/store/listing/list'
import { listMilestones, type StoredMilestone } from '@/lib/store/milestone/list'
import { type InnerGap, readInnerGaps } from '@/lib/store/missing/innerGaps'
import { type HeldSince, readHeldSince } from '@/lib/store/quarantine/heldSince'
import type { StoredRevenue } from '@/lib/store/revenue/read'
import { readRevenueVersions } from '@/lib/store/revenue/versions'
import { numbersTold } from '@/lib/store/signal/ofRules'
import { listTopics, type Topic } from '@/lib/store/topic/list'
import { judgeClaim } from '@/lib/studies/claims/judge'
import type { Judgement } from '@/lib/studies/claims/result'
import { type StudySource, studySource } from '@/lib/studies/event/source'
import { type PriceColumns, readPrices } from './prices'

/** What rules read from the store, each thing once and as it could be known at `asOf`. Nothing is read before it is asked for. */
export interface SignalReads {
  readonly asOf: Date
  /** In display order. */
  listings(): Promise<readonly Listing[]>
  prices(listing: Listing): Promise<PriceColumns>
  topics(): Promise<readonly Topic[]>
  /** Every figure of every company, restatements beside what they restate. */
  revenue(): Promise<readonly StoredRevenue[]>
  claims(): Promise<readonly StoredClaim[]>
  judgement(claim: StoredClaim): Promise<Judgement>
  milestones(): Promise<readonly StoredMilestone[]>
  gaps(): Promise<readonly InnerGap[]>
  heldRows(): Promise<readonly HeldSince[]>
  /** Events, and the series of their studies. */
  study(): StudySource
  /** The numbers of what a rule has told so far, the earliest first. */
  told(ruleId: number): Promise<readonly Readonly<Record<string, unknown>>[]>
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** The reads of `store` at a moment. */
export function signalReads(store: Store, asOf: Date): SignalReads {
  const { sql } = store
  const prices = new Map<string, Promise<PriceColumns>>()
  const judgements = new Map<string, Promise<Judgement>>()
  const source = studySource(store, asOf)
  const topics = once(() => listTopics(store))
  return {
    asOf,
    listings: once(() => listListings(sql)),
    prices: (listing) => {
      const known = prices.get(listing.symbol) ?? readPrices(sql, listing, asOf)
      prices.set(listing.symbol, known)
      return known
    },
    topics,
    revenue: once(async () => {
      const slugs = (await topics()).map(({ slug }) => slug)
      return readRevenueVersions(sql, slugs, asOf)
    }),
    claims: once(() => listClaims(store)),
    judgement: (claim) => {
      const known = judgements.get(claim.slug) ?? judgeClaim(store, claim, asOf)
      judgements.set(claim.slug, known)
      return known
    },
    milestones: once(() => listMilestones(store)),
    gaps: once(() => readInnerGaps(sql, asOf)),
    heldRows: once(() => readHeldSince(sql, asOf)),
    study: () => source,
    told: (ruleId) => numbersTold(sql, ruleId, asOf),
  }
}

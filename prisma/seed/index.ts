/** What ships in the box: data with typed access, no database. `jobs/seed.ts` writes it to the store. */
import { articleEvents } from './events'
import { resultsDays } from './resultsDays'
import type { SeedEvent } from './types'

export { actions, dividendsKnownTo } from './actions'
export { barManifest, bundledBars, bundledSymbols } from './bars/index'
export { claims } from './claims'
export type { ClaimJudgement, ClaimKind, SeedClaim } from './claims/types'
export { articleEvents } from './events'
export { listings } from './listings'
export { milestones } from './milestones'
export { bundledRates, rateManifest } from './rates/index'
export { resultsDays } from './resultsDays'
export { revenue } from './revenue'
export { rules } from './rules'
export type { BarManifest, RateManifest } from './table/manifestTypes'
export { topics } from './topics'
export type {
  BundledBars,
  BundledRate,
  SeedAction,
  SeedEvent,
  SeedListing,
  SeedMilestone,
  SeedRevenue,
  SeedRule,
  SeedTopic,
} from './types'

/** Every bundled event: the 21 of the timeline, then the other results days. */
export const events: readonly SeedEvent[] = [...articleEvents, ...resultsDays]

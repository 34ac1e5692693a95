import { claimsOnCambricon } from './claims/onCambricon'
import { claimsOnRivals } from './claims/onRivals'
import type { SeedClaim } from './claims/types'
import { ARTICLE } from './sources'

/** The ten claims. `statedOn` is assumed: the article is of that week. `position` counts from 1. */
export const claims: readonly SeedClaim[] = [...claimsOnCambricon, ...claimsOnRivals].map((draft, index) => ({
  ...draft,
  statedOn: '2025-09-19',
  sourceName: ARTICLE,
  sourceUrl: null,
  position: index + 1,
}))

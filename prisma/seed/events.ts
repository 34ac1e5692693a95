import { eventsOfLate2025 } from './events/late2025'
import { eventsOfSeptember2025 } from './events/september2025'
import { eventsOfSummer2025 } from './events/summer2025'
import { eventsUntil2025July } from './events/until2025July'
import { eventsOf2026 } from './events/year2026'
import type { SeedEvent } from './types'

/** The 21 dated events of the timeline, in the order of time. */
export const articleEvents: readonly SeedEvent[] = [
  ...eventsUntil2025July,
  ...eventsOfSummer2025,
  ...eventsOfSeptember2025,
  ...eventsOfLate2025,
  ...eventsOf2026,
]

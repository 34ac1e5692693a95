import { milestoneState, promisedWindow } from '@/lib/market/period'
import { localDate } from '@/lib/market/zone'
import type { Store } from '@/lib/store/connection/store'
import { listMilestones } from '@/lib/store/milestone/list'
import type { MilestonesView } from './schema'

export type { MilestonesView, MilestoneView } from './schema'

/** Published milestones in display order, each with its window and its state on the UTC date of `now`. */
export async function milestonesView(store: Store, now: Date): Promise<MilestonesView> {
  const today = localDate(now, 'UTC')
  const milestones = await listMilestones(store)
  return {
    items: milestones.map((milestone) => ({
      ...milestone,
      window: milestone.promised === null ? null : promisedWindow(milestone.promised),
      state: milestoneState({ ...milestone, today }),
    })),
  }
}

import { nextDue, schedule } from '@/lib/ingest/schedule'
import type { Store } from '@/lib/store/connection/store'
import { listRuns } from '@/lib/store/run/list'
import { runView } from '../runs/view'
import type { ScheduleView } from './schema'

export type { ScheduledView, ScheduleView } from './schema'

/** Every scheduled job with when it is due after `now` and its newest run. */
export async function scheduleView(store: Store, now: Date): Promise<ScheduleView> {
  const items = schedule.map(async (scheduled) => {
    const { id, job, time, days, timeZone } = scheduled
    const [last] = await listRuns(store, { scheduled: id, limit: 1 })
    const next = nextDue(scheduled, now).toISOString()
    return { id, job, time, days, timeZone, next, last: last === undefined ? null : runView(last) }
  })
  return { items: await Promise.all(items) }
}

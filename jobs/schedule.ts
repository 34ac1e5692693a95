import { barFeedsFor, revenueFeedsFor } from '@/lib/feeds/registry'
import type { RefreshJob } from '@/lib/ingest/result'
import { addDays, weekdayOf } from '@/lib/market/date'
import { exchangeOf, type Mic, mics } from '@/lib/market/exchange'
import { localDate, momentAt } from '@/lib/market/zone'

/** One job at its times. */
export interface ScheduledJob {
  readonly id: string
  /** Five fields, told in `timeZone`. */
  readonly cron: string
  readonly timeZone: string
  readonly job: RefreshJob
  readonly filter: {
    /** Only listings of this exchange. */
    readonly mic?: Mic
    /** Only companies of this revenue feed. */
    readonly feed?: string
    /** Only series that are behind when the slot comes. */
    readonly behindOnly?: true
  }
}

/** Minutes after close and delay, so that a bar just settled is asked for and not one about to be. */
const marginMinutes = 5

/** A clock time so many minutes later, as the first two fields of a cron expression. Throws a RangeError when it would be the next day. */
export function cronTimeAfter(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const at = hour * 60 + minute + minutes
  if (at >= 1440) throw new RangeError(`${minutes} minutes after ${time} is the next day`)
  return `${at % 60} ${Math.floor(at / 60)}`
}

function barsAfterClose(mic: Mic): ScheduledJob {
  const { close, timeZone } = exchangeOf(mic)
  const delay = Math.max(0, ...barFeedsFor(mic).map(({ delayMinutes }) => delayMinutes))
  return {
    id: `bars-${mic}`,
    cron: `${cronTimeAfter(close, delay + marginMinutes)} * * 1-5`,
    timeZone,
    job: 'bars',
    filter: { mic },
  }
}

/** Results come out in the evening of the exchange's day: once a day, a feed, after most of them. */
function revenueEvenings(): ScheduledJob[] {
  const zones = new Map(
    mics.flatMap((mic) => revenueFeedsFor(mic).map(({ id }) => [id, exchangeOf(mic).timeZone] as const)),
  )
  return [...zones].map(([feed, timeZone]) => ({
    id: `revenue-${feed}`,
    cron: '40 20 * * *',
    timeZone,
    job: 'revenue',
    filter: { feed },
  }))
}

/**
 * Which job runs when: bars of each exchange on weekdays after its close and the slowest feed's delay (half days are then over as well), revenue in the evening of
 * its source's zone, rates after the ECB's 16:00, and each night what is still behind, between New York's close and Shanghai's open.
 */
export const schedule: readonly ScheduledJob[] = [
  ...mics.map(barsAfterClose),
  ...revenueEvenings(),
  { id: 'fx', cron: '20 16 * * 1-5', timeZone: 'Europe/Berlin', job: 'fx', filter: {} },
  { id: 'sweep', cron: '30 23 * * *', timeZone: 'UTC', job: 'bars', filter: { behindOnly: true } },
]

/** The id of one slot of a scheduled job: the same on every machine, `bars-XSHG@2026-11-24T07:35Z`. */
export function slotId(job: Pick<ScheduledJob, 'id'>, scheduled: Date): string {
  return `${job.id}@${scheduled.toISOString().slice(0, 16)}Z`
}

import { barFeedsFor, revenueFeedsFor } from '@/lib/feeds/registry'
import { addDays, weekday } from '@/lib/market/date'
import { exchangeOf, type Mic, mics } from '@/lib/market/exchange'
import { localDate, momentAt } from '@/lib/market/zone'
import type { RefreshJob } from './result'

/** One job at its times. */
export interface ScheduledJob {
  readonly id: string
  /** Time of day, `HH:MM`, told in `timeZone`. */
  readonly time: string
  readonly days: 'daily' | 'weekdays' | 'sundays'
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

/** A clock time so many minutes later, `HH:MM`. Throws a RangeError when it would be the next day. */
export function timeAfter(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const at = hour * 60 + minute + minutes
  if (at >= 1440) throw new RangeError(`${minutes} minutes after ${time} is the next day`)
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}

function barsAfterClose(mic: Mic): ScheduledJob {
  const { close, timeZone } = exchangeOf(mic)
  const delay = Math.max(0, ...barFeedsFor(mic).map(({ delayMinutes }) => delayMinutes))
  const time = timeAfter(close, delay + marginMinutes)
  return { id: `bars-${mic}`, time, days: 'weekdays', timeZone, job: 'bars', filter: { mic } }
}

/** Results come out in the evening of the exchange's day: once a day, a feed, after most of them. */
function revenueEvenings(): ScheduledJob[] {
  const zones = new Map(
    mics.flatMap((mic) => revenueFeedsFor(mic).map(({ id }) => [id, exchangeOf(mic).timeZone] as const)),
  )
  return [...zones].map(([feed, timeZone]) => ({
    id: `revenue-${feed}`,
    time: '20:40',
    days: 'daily',
    timeZone,
    job: 'revenue',
    filter: { feed },
  }))
}

/**
 * Which job runs when: bars of each exchange on weekdays after its close and the slowest feed's delay (half days are then over as well), revenue in the evening of
 * its source's zone, rates after the ECB's 16:00, once a week all splits and dividends again, and each night what is still behind, between New York's close and Shanghai's open.
 */
export const schedule: readonly ScheduledJob[] = [
  ...mics.map(barsAfterClose),
  ...revenueEvenings(),
  { id: 'fx', time: '16:20', days: 'weekdays', timeZone: 'Europe/Berlin', job: 'fx', filter: {} },
  { id: 'actions', time: '22:00', days: 'sundays', timeZone: 'UTC', job: 'actions', filter: {} },
  { id: 'sweep', time: '23:30', days: 'daily', timeZone: 'UTC', job: 'bars', filter: { behindOnly: true } },
]

/** The times of a job as the five fields of cron, told in its zone. */
export function cronOf({ time, days }: Pick<ScheduledJob, 'time' | 'days'>): string {
  const [hour, minute] = time.split(':').map(Number)
  return `${minute} ${hour} * * ${{ weekdays: '1-5', sundays: '0', daily: '*' }[days]}`
}

const isDay = {
  daily: () => true,
  weekdays: (day: number) => day <= 5,
  sundays: (day: number) => day === 7,
}

/** The newest moment at or before `now` at which the job was due. */
export function lastDue({ time, days, timeZone }: ScheduledJob, now: Date): Date {
  for (let date = localDate(now, timeZone); ; date = addDays(date, -1)) {
    const due = momentAt(date, time, timeZone)
    if (isDay[days](weekday(date)) && due <= now) return due
  }
}

/** The first moment after `now` at which the job is due. */
export function nextDue({ time, days, timeZone }: ScheduledJob, now: Date): Date {
  for (let date = localDate(now, timeZone); ; date = addDays(date, 1)) {
    const due = momentAt(date, time, timeZone)
    if (isDay[days](weekday(date)) && due > now) return due
  }
}

/** The id of one slot of a scheduled job: the same on every machine, `bars-XSHG@2026-11-24T07:35Z`. */
export function slotId(job: Pick<ScheduledJob, 'id'>, scheduled: Date): string {
  return `${job.id}@${scheduled.toISOString().slice(0, 16)}Z`
}

import cron from 'node-cron'
import { describe, expect, test } from 'vitest'
import { barFeedsFor } from '@/lib/feeds/registry'
import { cronOf, lastDue, nextDue, type ScheduledJob, schedule, slotId, timeAfter } from '@/lib/ingest/schedule'
import { type Mic, mics } from '@/lib/market/exchange'
import { sessionClose } from '@/lib/market/sessions'

const jobOf = (id: string): ScheduledJob => {
  const job = schedule.find((each) => each.id === id)
  if (!job) throw new Error(`no ${id}`)
  return job
}

const tasks = new Map(
  schedule.map((job) => [job.id, cron.createTask(cronOf(job), () => undefined, { timezone: job.timeZone })]),
)

/** Whether node-cron would fire the job at the moment. */
const fires = ({ id }: ScheduledJob, at: Date): boolean => tasks.get(id)?.match(at) ?? false

describe('the schedule', () => {
  test('ids are unique and every expression is one', () => {
    expect(new Set(schedule.map(({ id }) => id)).size).toBe(schedule.length)
    for (const job of schedule) expect(cron.validate(cronOf(job)), job.id).toBe(true)
  })

  test.each([
    ['XSHG', '2026-11-24'],
    ['XHKG', '2026-11-24'],
    ['XNYS', '2026-07-15'],
    ['XNAS', '2026-12-15'],
  ] as [Mic, string][])(
    'bars of %s are fetched once that day, after the close and the delay of the feed, by its own clock',
    (mic, session) => {
      const job = jobOf(`bars-${mic}`)
      const delay = Math.max(...barFeedsFor(mic).map(({ delayMinutes }) => delayMinutes))
      const due = sessionClose(mic, session).getTime() + delay * 60_000
      const minutes = Array.from({ length: 1440 }, (_, i) => new Date(Date.parse(`${session}T04:00:00Z`) + i * 60_000))
      const fired = minutes.filter((at) => fires(job, at))
      expect(fired).toHaveLength(1)
      const late = ((fired[0]?.getTime() ?? 0) - due) / 60_000
      expect(late).toBeGreaterThan(0)
      expect(late).toBeLessThanOrEqual(15)
      expect(fires(job, new Date((fired[0]?.getTime() ?? 0) + 4 * 86_400_000))).toBe(
        new Date(Date.parse(session) + 4 * 86_400_000).getUTCDay() % 6 !== 0,
      )
    },
  )

  test('every exchange has its slot, and the sweep falls when none of them trades', () => {
    expect(schedule.filter(({ job, filter }) => job === 'bars' && filter.mic).map(({ filter }) => filter.mic)).toEqual([
      ...mics,
    ])
    expect(fires(jobOf('sweep'), new Date('2026-11-24T23:30:00Z'))).toBe(true)
  })

  test('rates are asked for after 16:15 in Frankfurt, summer and winter', () => {
    expect(fires(jobOf('fx'), new Date('2026-07-15T14:20:00Z'))).toBe(true)
    expect(fires(jobOf('fx'), new Date('2026-11-24T15:20:00Z'))).toBe(true)
  })

  test('the id of a slot is the same on every machine and names the minute in UTC', () => {
    expect(slotId(jobOf('bars-XSHG'), new Date('2026-11-24T07:35:00.123Z'))).toBe('bars-XSHG@2026-11-24T07:35Z')
  })

  test('a time after the close that would be the next day is refused', () => {
    expect(timeAfter('15:00', 35)).toBe('15:35')
    expect(timeAfter('08:58', 5)).toBe('09:03')
    expect(() => timeAfter('23:50', 20)).toThrow(RangeError)
  })

  test('the newest slot that is due is the last moment at which cron fired, over weekends and daylight saving too', () => {
    const from = Date.parse('2026-03-05T00:00:00Z')
    for (const job of schedule) {
      let fired: string | null = null
      // The clocks of New York go forward on 8 March, those of Frankfurt on the 29th.
      for (const start of [from, Date.parse('2026-03-26T00:00:00Z')]) {
        fired = null
        for (let at = start; at < start + 6 * 86_400_000; at += 300_000) {
          const now = new Date(at)
          if (fires(job, now)) fired = now.toISOString()
          if (fired) expect(lastDue(job, new Date(at + 59_000)).toISOString(), job.id).toBe(fired)
        }
        expect(fired).not.toBeNull()
      }
    }
  })

  test('on a Monday before the slot the newest one is Friday’s', () => {
    expect(slotId(jobOf('bars-XSHG'), lastDue(jobOf('bars-XSHG'), new Date('2026-11-23T03:00:00Z')))).toBe(
      'bars-XSHG@2026-11-20T07:35Z',
    )
  })
})

test('the next slot is the first one after now, over a weekend and a change of clocks too', () => {
  const bars = schedule.find(({ id }) => id === 'bars-XNAS')
  if (bars === undefined) throw new Error('no job of the bars of XNAS')
  const friday = nextDue(bars, new Date('2026-10-30T12:00:00Z'))
  const monday = nextDue(bars, friday)
  // 16:35 in New York, before and after the clocks went back.
  expect([friday.toISOString(), monday.toISOString()]).toEqual(['2026-10-30T20:35:00.000Z', '2026-11-02T21:35:00.000Z'])
  expect(lastDue(bars, monday)).toEqual(monday)
})

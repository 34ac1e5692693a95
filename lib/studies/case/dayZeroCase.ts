import { z } from 'zod'
import { isTradingDate, type TradingDate } from '@/lib/market/date'
import { indexAtOrAfter } from '@/lib/market/dateIndex'
import type { MarketPhase } from '@/lib/market/phase'
import { localDate, momentAt } from '@/lib/market/zone'
import { expected } from './expected'

const date = z.string(expected('a date YYYY-MM-DD')).refine(isTradingDate, expected('a calendar date YYYY-MM-DD'))
const time = z.string(expected('a time HH:MM')).regex(/^([01]\d|2[0-3]):[0-5]\d$/, expected('a time HH:MM'))
const instant = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?Z$/

function isZone(text: string): boolean {
  try {
    return /^[A-Za-z]/.test(text) && localDate(new Date(0), text) !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

const exchange = z
  .object(
    {
      tz: z
        .string(expected('an IANA time zone'))
        .refine(isZone, expected('an IANA time zone such as America/New_York')),
      open: time,
      close: time,
      /** Closing time of the sessions that end early. */
      earlyClose: z.record(date, time, expected('closing times by date YYYY-MM-DD')).default({}),
      sessions: z.array(date, expected('a list of dates')),
    },
    expected('an exchange'),
  )
  .superRefine(({ open, close, earlyClose, sessions }, ctx) => {
    const refuse = (path: (string | number)[], message: string) => ctx.addIssue({ code: 'custom', path, message })
    if (close <= open) refuse(['close'], `expected a time after the open ${open}, got "${close}"`)
    for (const [day, early] of Object.entries(earlyClose)) {
      if (early <= open) refuse(['earlyClose', day], `expected a time after the open ${open}, got "${early}"`)
    }
    const wrong = sessions.findIndex((session, i) => i > 0 && (sessions[i - 1] ?? '') >= session)
    if (wrong > 0) {
      refuse(['sessions', wrong], `expected a date after ${sessions[wrong - 1]}, got "${sessions[wrong]}"`)
    }
  })

const mic = z.string().regex(/^[A-Z0-9]{4}$/)
const utc = z.string(expected('a moment in UTC')).refine((text) => {
  const match = instant.exec(text)
  return match !== null && isTradingDate(match[1] ?? '')
}, expected('a moment in UTC such as 2025-08-27T20:22:00Z'))
const event = z.object({ id: z.string(expected('a text')), utc }, expected('an event'))

/** Input of a case of kind `day0`: exchanges with their own hours and sessions, and events by their moment in UTC. */
export const dayZeroInput = z.object(
  {
    kind: z.literal('day0', expected('"day0"')).optional(),
    exchanges: z.record(mic, exchange, {
      error: ({ code }) =>
        `expected ${code === 'invalid_key' ? 'a' : 'exchanges by'} market identifier code such as XNYS`,
    }),
    events: z.array(event, expected('a list of events')),
  },
  expected('an object'),
)

export type DayZeroInput = z.output<typeof dayZeroInput>
type CaseExchange = DayZeroInput['exchanges'][string]

/** Where an event falls on one exchange. */
export interface CaseDayZero {
  /** The first session whose close is strictly after the event; null when the sessions end before. */
  readonly day0: TradingDate | null
  /** Where the event lies in the exchange's own day; `closed-day` for a date that is not among the sessions. */
  readonly phase: MarketPhase
}

/** The event's id, and its day 0 by market identifier code. */
export type CaseDayZeros = { readonly id: string } & Readonly<Record<string, CaseDayZero | string>>

function dayZeroOn({ tz, open, close, earlyClose, sessions }: CaseExchange, moment: Date): CaseDayZero {
  const day = localDate(moment, tz)
  const at = indexAtOrAfter(sessions, day)
  if (sessions[at] !== day) return { day0: sessions[at] ?? null, phase: 'closed-day' }
  if (moment >= momentAt(day, earlyClose[day] ?? close, tz)) {
    return { day0: sessions[at + 1] ?? null, phase: 'after-close' }
  }
  return { day0: day, phase: moment < momentAt(day, open, tz) ? 'pre-open' : 'intraday' }
}

/** Computes a case of kind `day0`: of every event, day 0 and phase on every exchange. Pure. */
export function dayZeroResult({ exchanges, events }: DayZeroInput): { results: CaseDayZeros[] } {
  return {
    results: events.map(({ id, utc }) => {
      const moment = new Date(utc)
      const byExchange = Object.entries(exchanges).map(([code, exchange]) => [code, dayZeroOn(exchange, moment)])
      return { id, ...Object.fromEntries(byExchange) }
    }),
  }
}

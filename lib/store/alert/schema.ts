import { z } from 'zod'
import { lineInput, slugInput } from '../input'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'expected a time of day such as 22:00' })

const timeZone = z.string().refine(
  (text) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== ''
    } catch {
      return false
    }
  },
  { error: 'expected a time zone such as Asia/Shanghai' },
)

/** From one time of day to another (over midnight when `to` is not later), on the days it begins on: 1 Monday to 7 Sunday, all when empty. */
const muteWindow = z.strictObject({
  from: clock,
  to: clock,
  timeZone,
  days: z.array(z.int().min(1).max(7)).max(7),
})

export const alertOptions = z.strictObject({
  /** Minutes a signal has to stand before it is told. */
  pendingMinutes: z.int().min(0).max(1_440),
  /** Hours after which what still holds is told again; null for once. */
  repeatHours: z.int().min(1).max(168).nullable(),
  mute: z.array(muteWindow).max(10, { error: 'expected at most 10' }),
  /** Told only while the listing's exchange trades; held back until then. */
  sessionsOnly: z.boolean(),
  /** Whether it is told, apart from the signals, that a listing has no new figures to judge by. */
  noData: z.boolean(),
  language: z.enum(['en', 'zh']),
})

const target = z.string().max(500, { error: 'expected at most 500 characters' })

export const alertFields = {
  name: lineInput(100),
  rules: z.array(slugInput).max(50, { error: 'expected at most 50' }),
  listings: z.array(z.string().min(1).max(40)).max(50, { error: 'expected at most 50' }),
  channel: z.enum(['email', 'webhook']),
  target,
  options: alertOptions,
  enabled: z.boolean(),
}

const mail = z.email()

/** Whom to tell of what: `rules` are slugs and `listings` symbols, all when empty. */
export const alertInput = z.strictObject(alertFields).check(({ value, issues }) => {
  if (value.channel === 'email' && !mail.safeParse(value.target).success) {
    issues.push({ code: 'custom', path: ['target'], message: 'expected an e-mail address', input: value })
  }
})

export type AlertInput = z.output<typeof alertInput>
export type AlertOptions = z.output<typeof alertOptions>
export type MuteWindow = z.output<typeof muteWindow>

export const defaultOptions: AlertOptions = {
  pendingMinutes: 0,
  repeatHours: null,
  mute: [],
  sessionsOnly: false,
  noData: false,
  language: 'en',
}

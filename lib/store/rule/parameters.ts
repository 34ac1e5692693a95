import { z } from 'zod'
import { quarantinedEntities } from '../quarantine/hold'

/** Everything a rule can look for. A closed set. */
export const ruleKinds = [
  'abnormal-return',
  'event-verdict',
  'volume',
  'extreme',
  'drawdown',
  'relative-strength',
  'revenue-filed',
  'milestone',
  'claim-verdict',
  'stale-series',
  'gap',
  'held-row',
] as const
export type RuleKind = (typeof ruleKinds)[number]

const whole = (least: number, most: number) => {
  const expected = { error: `expected a whole number from ${least} to ${most}` }
  return z.int(expected).min(least, expected).max(most, expected)
}
const amount = (least: number, most: number) => {
  const expected = { error: `expected a number from ${least} to ${most}` }
  return z.number(expected).min(least, expected).max(most, expected)
}
const word = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, { error: `expected ${words.join(', ').replace(/, ([^,]*)$/, ' or $1')}` })
const someOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z
    .array(word(words), { error: `expected a list of ${words.join(', ')}` })
    .min(1, { error: 'expected one at least' })
    .transform((chosen) => words.filter((one) => (chosen as readonly string[]).includes(one)) as Words[number][])

/** Whether the day's unsettled bar, which the quotes make, counts as well; only settled bars when false. */
const quotes = z.boolean({ error: 'expected true or false' }).default(false)

const reArmsBelow = (least: number, most: number, absent: number) => amount(least, most).default(absent)

/** What each kind takes, strictly, with what stands for what is left out. Lengths are in sessions. Plain JSON: it is stored as such. */
export const ruleParameters = {
  /**
   * A session's log return against the market model (ordinary least squares on the benchmark of the listing, `estimation` returns that end `gap` before it): its
   * abnormal return is at least `errors` of its prediction errors and `percent` % large. Every session is a cause of its own.
   */
  'abnormal-return': z.strictObject({
    errors: amount(1, 20).default(2),
    percent: amount(0, 100).default(5),
    direction: word(['up', 'down', 'both']).default('both'),
    estimation: whole(60, 1_000).default(250),
    gap: whole(0, 100).default(10),
    quotes,
  }),
  /** The headline test of an event (CAR over [0, +1], Holm over its listings) has come to one of `verdicts`: when day 0 and the session after it have closed on every exchange. */
  'event-verdict': z.strictObject({
    verdicts: someOf(['moved', 'no-detectable-move', 'cannot-be-decided']).default(['moved', 'no-detectable-move']),
    events: word(['event', 'results', 'all']).default('all'),
  }),
  /**
   * Volume against the median of the `window` sessions before, in robust deviations of its logarithm (median absolute deviation x 1.4826): at least `deviations`. It
   * can come true again after a session under `rearm`.
   */
  volume: z
    .strictObject({
      deviations: amount(1, 50).default(4),
      rearm: reArmsBelow(0, 50, 2),
      window: whole(20, 500).default(60),
      quotes,
    })
    .refine(({ rearm, deviations }) => rearm < deviations, {
      path: ['rearm'],
      error: 'expected less than deviations',
    }),
  /** A close above (below) every close of the `window` sessions before. It can come true again after `quiet` sessions in a row without one. */
  extreme: z.strictObject({
    side: word(['high', 'low']).default('high'),
    window: whole(5, 2_500).default(250),
    quiet: whole(1, 250).default(20),
    quotes,
  }),
  /** A close at least `percent` % under the highest of the last `window` sessions. It can come true again once it is less than `rearm` % under it. */
  drawdown: z
    .strictObject({
      percent: amount(1, 99).default(20),
      rearm: reArmsBelow(0, 99, 10),
      window: whole(20, 2_500).default(250),
      quotes,
    })
    .refine(({ rearm, percent }) => rearm < percent, { path: ['rearm'], error: 'expected less than percent' }),
  /**
   * The relative strength of the listing against another one crosses its own average over `window` sessions: it has to be `band` % beyond it, on the other side than
   * before. Each in its own currency.
   */
  'relative-strength': z.strictObject({
    against: z.string().regex(/^[\x21-\x7e]{1,20}$/, { error: 'expected a symbol such as NVDA' }),
    window: whole(5, 500).default(50),
    band: amount(0, 50).default(3),
    quotes,
  }),
  /** A quarter's revenue is known for the first time; with `restatements` also each later figure that says something else. */
  'revenue-filed': z.strictObject({
    restatements: z.boolean({ error: 'expected true or false' }).default(true),
  }),
  /** The promised window of a milestone has begun (`due`), or is over (`late`), and it has not shipped. */
  milestone: z.strictObject({
    states: someOf(['due', 'late']).default(['due', 'late']),
  }),
  /** A claim has been given its first verdict, or another one than was told last. */
  'claim-verdict': z.strictObject({}),
  /** The newest settled session of a listing is `sessions` sessions of its exchange behind, `graceMinutes` after the close of the last of them. */
  'stale-series': z.strictObject({
    sessions: whole(1, 60).default(2),
    graceMinutes: whole(0, 2_880).default(240),
  }),
  /** Sessions of the exchange's calendar that a listing has no bar of and that are still asked for; found together they are one cause. */
  gap: z.strictObject({
    sessions: whole(1, 250).default(1),
  }),
  /** A row that the checks held back for a person to release or reject. */
  'held-row': z.strictObject({
    entities: someOf(quarantinedEntities).default(['action']),
  }),
} satisfies Record<RuleKind, z.ZodType>

/** The parameters of a kind, whole. */
export type ParametersOf<Kind extends RuleKind> = z.output<(typeof ruleParameters)[Kind]>

/** Whether a text is one of `ruleKinds`. */
export function isRuleKind(text: string): text is RuleKind {
  return ruleKinds.some((kind) => kind === text)
}

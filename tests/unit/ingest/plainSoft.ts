import type { FeedBar } from '@/lib/feeds/types'
import { inFirstSessions } from '@/lib/ingest/softJudge'
import { allowance, robustSigma, type SoftListing, scaleReturns } from '@/lib/ingest/softScale'
import { ratioWords } from '@/lib/ingest/softShapes'
import type { Action } from '@/lib/market/corporateAction'
import type { Ratio } from '@/lib/market/ratio'
import { sessionsBetween } from '@/lib/market/sessions'

/** The soft rules as they read, without a thought for time: each row works out its scale anew, and every action and every shape is looked at. What the quick ones are held against. */

const perHundred = [130, 140, 145, 148, 149, 150, 160, 170, 180, 190, 250, 350].map((n) => n / 100)
const whole = [2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, 100]
const shapes: readonly Ratio[] = [...perHundred, ...whole]
  .map((ratio): Ratio => {
    const by =
      [1, 2, 4, 5, 10, 20, 25, 50, 100].find((n) => Number.isInteger(Math.round(ratio * 100) * (n / 100))) ?? 100
    return { numerator: Math.round(ratio * by), denominator: by }
  })
  .concat(whole.map((n) => ({ numerator: 1, denominator: n })))

function shapeOf(open: number, close: number): Ratio | null {
  const log = ({ numerator, denominator }: Ratio) => Math.log(numerator / denominator)
  const [nearest] = [...shapes].sort((a, b) => Math.abs(open - log(a)) - Math.abs(open - log(b)))
  if (nearest === undefined || !(Math.abs(open - log(nearest)) <= 0.03)) return null
  return Math.abs(close - log(nearest)) <= 0.08 ? nearest : null
}

function move(from: FeedBar, to: FeedBar, actions: readonly Action[], cell: 'open' | 'close' = 'close'): number {
  let [cash, ratio] = [0, 1]
  for (const action of actions) {
    if (action.exDate <= from.session || action.exDate > to.session) continue
    if (action.kind === 'split') ratio *= action.numerator / action.denominator
    else cash += Number(action.cash)
  }
  const price = Number(from.close)
  return Math.log(Number(to[cell]) / (cash < price ? (price - cash) / ratio : price / ratio))
}

const returnsOf = (bars: readonly FeedBar[], actions: readonly Action[]) =>
  bars.slice(1).map((bar, i) => move(bars[i] as FeedBar, bar, actions))

function doubtOf(
  bar: FeedBar,
  reference: FeedBar,
  {
    listing,
    actions,
    sigma,
    free,
  }: { listing: SoftListing; actions: readonly Action[]; sigma: number | null; free: boolean },
): { reason: string; split: Ratio | null } | null {
  const [close, open] = [move(reference, bar, actions), move(reference, bar, actions, 'open')]
  const apart = sessionsBetween(listing.mic, reference.session, bar.session).length - 1
  const most = allowance(listing, { sigma, sessions: reference.session === bar.session ? 1 : apart, free })
  const split = listing.kind === 'index' ? null : shapeOf(-open, -close)
  const far = close > most.up || close < -most.down
  if (!far && !(split !== null && !free && Math.abs(open) > 4 * (sigma ?? 0))) return null
  const what = `the close ${bar.close} is ${Math.exp(close).toPrecision(3)} times the ${reference.close} of ${reference.session}`
  const looks = split === null ? '' : `; a split of about ${ratioWords(split)} would explain it`
  return {
    reason: `${what}${far ? `, beyond ${most.words}` : ''}, with no corporate action to explain it${looks}`,
    split,
  }
}

const same = (a: FeedBar, b: FeedBar) =>
  a.volume === b.volume &&
  (['open', 'high', 'low', 'close'] as const).every((cell) => Number(a[cell]) === Number(b[cell]))

/** As `softRules`. */
export function plainSoftRules(
  candidates: readonly FeedBar[],
  { listing, stored, actions }: { listing: SoftListing; stored: readonly FeedBar[]; actions: readonly Action[] },
) {
  const sessions = [...new Set([...stored, ...candidates].map(({ session }) => session))].sort()
  const at = (bars: readonly FeedBar[], session: string) => bars.find((bar) => bar.session === session)
  const timeline = sessions.map((session) => ({ candidate: at(candidates, session), known: at(stored, session) }))
  const barOf = ({ candidate, known }: (typeof timeline)[number]) => (candidate ?? known) as FeedBar
  const first = timeline.slice(0, scaleReturns + 1).map((day) => day.known ?? barOf(day))
  const accepted: FeedBar[] = []
  const held: { bar: FeedBar; reason: string; split: Ratio | null }[] = []
  const kept: FeedBar[] = []
  let level = null as { bar: FeedBar; since: string; jump: number } | null
  let identical = 0
  for (const [i, day] of timeline.entries()) {
    const { candidate, known } = day
    const bar = barOf(day)
    const before = timeline[i - 1]
    identical = before !== undefined && same(barOf(before), bar) ? identical + 1 : 1
    const reference = known ?? kept.at(-1)
    let doubt: { reason: string; split: Ratio | null } | null = null
    if (candidate !== undefined && (known === undefined || Number(known.close) !== Number(candidate.close))) {
      const stays =
        level !== null && -Math.sign(level.jump) * move(level.bar, bar, actions) < 0.75 * Math.abs(level.jump)
      if (identical > 5) {
        doubt = { reason: `the ${identical}th bar in a row with the same five figures`, split: null }
      } else if (level !== null && known === undefined && stays) {
        doubt = { reason: `on the level of ${level.since}, which is held`, split: null }
        level = { ...level, bar }
      } else if (reference !== undefined) {
        const returns = returnsOf(kept, actions).slice(-scaleReturns)
        const sigma = robustSigma(returns) ?? robustSigma(returnsOf(first, actions))
        doubt = doubtOf(bar, reference, { listing, actions, sigma, free: inFirstSessions(listing, bar, i) })
        if (doubt !== null && known === undefined)
          level = { bar, since: bar.session, jump: move(reference, bar, actions) }
      }
    }
    if (candidate !== undefined) {
      if (doubt === null) accepted.push(candidate)
      else held.push({ bar: candidate, ...doubt })
    }
    const now = doubt === null ? bar : known
    if (now === undefined) continue
    kept.push(now)
    level = null
  }
  return { accepted, held }
}

import { daysBetween } from '@/lib/market/date'
import type { Period } from '@/lib/market/period'

/** From which share of common pairs of letters two titles are alike. */
const alikeFrom = 0.7

function pairsOf(title: string): Map<string, number> {
  const text = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
  const pairs = new Map<string, number>()
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

/** Whether two titles say much the same: Dice's coefficient of their pairs of letters, which serves Chinese as well. Pure. */
export function titlesAlike(one: string, other: string): boolean {
  const [a, b] = [pairsOf(one), pairsOf(other)]
  const count = (pairs: ReadonlyMap<string, number>) => [...pairs.values()].reduce((sum, n) => sum + n, 0)
  const common = [...a].reduce((sum, [pair, n]) => sum + Math.min(n, b.get(pair) ?? 0), 0)
  return common > 0 && (2 * common) / (count(a) + count(b)) >= alikeFrom
}

/** Whether two spans of days are at most so many days apart. Pure. */
export function within(days: number, one: Period, other: Period): boolean {
  return daysBetween(other.end, one.start) <= days && daysBetween(one.end, other.start) <= days
}

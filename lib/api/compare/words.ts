import type { CompareProblem } from '@/lib/studies/compare'
import type { Note } from '../bars/adjustmentNote'

/** A sentence in both languages of the pages. */
export type Words = Note

function reason(problem: CompareProblem): Words {
  switch (problem.code) {
    case 'no-rate':
      return {
        en: `no rate of ${problem.from} to ${problem.to}`,
        zh: `没有 ${problem.from} 对 ${problem.to} 的汇率`,
      }
    case 'starts-later':
      return { en: `no session at or before ${problem.date}`, zh: `${problem.date} 及之前没有交易日` }
    case 'month':
      return {
        en: `only the month of the event is known (${problem.start}), so it has no day 0`,
        zh: `事件只知道月份（${problem.start}），因而没有第 0 日`,
      }
    case 'calendar-unknown':
      return {
        en: `the calendar of ${problem.mic} does not reach the event`,
        zh: `${problem.mic} 的交易日历未到该事件`,
      }
    case 'starts-after-day-zero':
      return {
        en: `no session before the event's day 0, ${problem.session}`,
        zh: `事件第 0 日（${problem.session}）之前没有交易日`,
      }
  }
}

/** Why a series has no base. */
export function problemWords(symbol: string, problem: CompareProblem): Words {
  const { en, zh } = reason(problem)
  const { first } = problem
  return {
    en: `${symbol}: ${en}${first === null ? '' : `; its first is ${first}`}`,
    zh: `${symbol}：${zh}${first === null ? '' : `；首个交易日为 ${first}`}`,
  }
}

/** Which sessions no currency rate stands for; null when each has one. */
export function leftOutWords(symbol: string, sessions: readonly string[]): Words | null {
  const [first, last] = [sessions[0], sessions.at(-1)]
  if (first === undefined || last === undefined) return null
  return {
    en: `${symbol}: ${sessions.length} sessions from ${first} to ${last} are left out: no currency rate stands for them`,
    zh: `${symbol}：${first} 至 ${last} 的 ${sessions.length} 个交易日已略去：没有适用的汇率`,
  }
}

/** Joins sentences; null for none. */
export function joined(words: readonly (Words | null)[]): Words | null {
  const all = words.flatMap((one) => one ?? [])
  if (all.length === 0) return null
  return { en: all.map(({ en }) => en).join('. '), zh: all.map(({ zh }) => zh).join('。') }
}

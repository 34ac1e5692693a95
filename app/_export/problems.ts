import type { PageMoment } from '@/app/_data/moment'
import { type Query, queryValue } from '@/app/_ui/url'
import { Problem, type RefusedParameter } from '@/lib/api/problem/problem'

const longest = 60

/** A value as a problem shows it. */
export function got(value: string): string {
  return `got "${value.length > longest ? `${value.slice(0, longest)}…` : value}"`
}

/** What was expected where one of a few words is. */
export function oneOf(words: readonly string[]): string {
  return `expected ${words.join(', ').replace(/, ([^,]*)$/, ' or $1')}`
}

/** What is wrong with the moment of a page, if anything. */
export function momentProblems({ problem }: PageMoment): RefusedParameter[] {
  if (problem === null) return []
  const expected =
    problem.kind === 'future'
      ? 'expected a moment that has come'
      : 'expected a date such as 2025-09-18, or a moment in UTC such as 2025-09-18T07:00:00Z'
  return [{ name: 'asOf', detail: `${expected}, ${got(problem.text)}` }]
}

/** A parameter that is one of a few words; the page takes the first one for any other. */
export function wordProblems(query: Query, name: string, words: readonly string[]): RefusedParameter[] {
  const value = queryValue(query, name)
  if (value === undefined || words.includes(value)) return []
  return [{ name, detail: `${oneOf(words)}, ${got(value)}` }]
}

/** The word a parameter has, the first of `words` when it has none. Throws the problem of any other. */
export function chosenWord<const Word extends string>(query: Query, name: string, words: readonly Word[]): Word {
  refuse(wordProblems(query, name, words))
  const chosen = words.find((word) => word === queryValue(query, name)) ?? words[0]
  if (chosen === undefined) throw new Error(`There is nothing to choose for ${name}`)
  return chosen
}

/** Passes when nothing is wrong; else throws the problem that names each parameter. */
export function refuse(parameters: readonly RefusedParameter[]): void {
  if (parameters.length === 0) return
  const detail = parameters.map(({ name, detail: why }) => `${name}: ${why}`).join('; ')
  throw new Problem('bad-parameter', detail, { parameters })
}

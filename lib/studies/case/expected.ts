import type { ZodError } from 'zod'

const longest = 60

/** A value as a message shows it: JSON, cut where it is long; `nothing` for what is not there. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value) ?? String(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

/** The message of a schema that was not met: what was expected, and what came. */
export function expected(what: string) {
  return { error: (issue: { readonly input?: unknown }) => `expected ${what}, got ${shown(issue.input)}` }
}

/** The words of a closed set as a message names them: `expected a, b or c`. */
export function oneOf(words: readonly string[]): string {
  return `expected ${words.join(', ').replace(/, ([^,]*)$/, ' or $1')}`
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '')
}

/** What is wrong with a case, one line a field, each beginning with the field's path: `prices[3]: expected a number above zero, got -1`. */
export function caseProblems(error: Pick<ZodError, 'issues'>): string[] {
  return error.issues.map(({ path, message }) => `${pathText(path) || 'input'}: ${message}`)
}

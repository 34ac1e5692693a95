import type { ZodError } from 'zod'
import { refusedFields } from '@/lib/store/editable/value'
import { Problem, type RefusedParameter } from './problem'

type Issue = ZodError['issues'][number]

const longest = 60

function shown(value: string): string {
  return `"${value.length > longest ? `${value.slice(0, longest)}…` : value}"`
}

function refused(issue: Issue, given: Readonly<Record<string, string[]>>): RefusedParameter[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) => ({
      name: name.slice(0, longest),
      detail: `is not a parameter here, ${issue.message}`,
    }))
  }
  const name = String(issue.path[0] ?? 'query')
  const values = given[name] ?? []
  if (values.length > 1) return [{ name, detail: `expected once, got ${values.length} times` }]
  const [value] = values
  return [{ name, detail: value === undefined ? issue.message : `${issue.message}, got ${shown(value)}` }]
}

/** The problem of parameters that a schema refused: each named once with what was expected and what came (`given`, all values by name). */
export function invalidParameters(error: Pick<ZodError, 'issues'>, given: Readonly<Record<string, string[]>>): Problem {
  const parameters = error.issues
    .flatMap((issue) => refused(issue, given))
    .filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index)
    .slice(0, 20)
  const detail = parameters.map(({ name, detail }) => `${name}: ${detail}`).join('; ')
  return new Problem('bad-parameter', detail, { parameters })
}

/** The problem of a body that a schema refused: each field by its path (`topics.0`), with what was expected. */
export function invalidBody(error: Pick<ZodError, 'issues'>): Problem {
  const parameters = refusedFields(error).slice(0, 20)
  return new Problem('bad-parameter', parameters.map(({ name, detail }) => `${name}: ${detail}`).join('; '), {
    parameters,
  })
}

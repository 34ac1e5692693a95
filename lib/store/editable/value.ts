import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import type { Json } from '../audit/command'
import { type FieldDifference, InputError, type RefusedField } from '../errors'

/** What was expected, without the schema library's way of saying it. */
function expectationOf({ message }: { readonly message: string }): string {
  if (message.endsWith('received undefined')) return 'is needed'
  return message.replace(/^Invalid (?:input|option): /, '')
}

/** What a schema refused, field by field (`topics.0`), each with what `said` says of its issue. */
export function refusedFields(
  { issues }: Pick<z.ZodError, 'issues'>,
  said: (issue: { readonly message: string }) => string = ({ message }) => message,
): RefusedField[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String)
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((name) => ({ name: [...path, name.slice(0, 60)].join('.'), detail: 'is not a field here' }))
      : [{ name: path.join('.') || 'body', detail: said(issue) }]
  })
}

/** The value a schema makes of an input. Throws `InputError` with every field that is wrong. */
export function parsedInput<V>(schema: z.ZodType<V>, input: unknown): V {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw new InputError(refusedFields(parsed.error, expectationOf))
}

/** An input that has fields. Throws `InputError` for anything else. */
export function fieldsOf(input: unknown): Readonly<Record<string, unknown>> {
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input as Record<string, unknown>
  throw new InputError([{ name: 'body', detail: 'expected an object' }])
}

/** A value in the form the audit keeps: without what JSON does not have. */
export function auditJson(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json
}

/** Whether two values say the same. */
export function sameValue(one: object, other: object): boolean {
  return isDeepStrictEqual(auditJson(one), auditJson(other))
}

/** The fields of `sent` that say something else than what is stored. */
export function differenceOf(stored: object, sent: object): FieldDifference[] {
  const [now, then] = [auditJson(stored), auditJson(sent)] as [Record<string, Json>, Record<string, Json>]
  return Object.keys(then)
    .filter((field) => !isDeepStrictEqual(now[field] ?? null, then[field] ?? null))
    .map((field) => ({ field, stored: now[field] ?? null, sent: then[field] ?? null }))
}

import type { z } from 'zod'
import { dayZeroInput, dayZeroResult } from './dayZeroCase'
import { eventStudyInput, eventStudyResult } from './eventStudyCase'
import { caseProblems, oneOf } from './expected'
import { priceEventStudyInput, priceEventStudyResult } from './priceEventStudyCase'
import { seriesInput, seriesResult } from './seriesCase'

/** A case that cannot be meant: every line names a field and what was expected of it. */
export class CaseError extends Error {
  override readonly name = 'CaseError'
}

function runner<Schema extends z.ZodType>(schema: Schema, run: (input: z.output<Schema>) => object) {
  return (input: unknown): object => {
    const parsed = schema.safeParse(input)
    if (!parsed.success) throw new CaseError(complaints(parsed.error))
    return run(parsed.data)
  }
}

const kinds: Readonly<Record<string, (input: unknown) => object>> = {
  'event-study': runner(eventStudyInput, eventStudyResult),
  'price-event-study': runner(priceEventStudyInput, priceEventStudyResult),
  series: runner(seriesInput, seriesResult),
  day0: runner(dayZeroInput, dayZeroResult),
}

const mostComplaints = 20

function complaints(error: z.ZodError): string {
  const lines = caseProblems(error)
  const more = lines.length - mostComplaints
  return [...lines.slice(0, mostComplaints), ...(more > 0 ? [`and ${more} more`] : [])].join('\n')
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The result of a case of the reference studies: its `input` object, or the whole case that has one. Numbers only, no NaN. Throws a CaseError whose
 * lines name the fields that are wrong.
 */
export function runCase(json: unknown): object {
  const input = isObject(json) && isObject(json.input) ? json.input : json
  if (!isObject(input)) throw new CaseError('input: expected an object with a kind')
  const kind = typeof input.kind === 'string' && Object.hasOwn(kinds, input.kind) ? kinds[input.kind] : undefined
  if (kind === undefined) {
    const got = input.kind === undefined ? '' : `, got ${JSON.stringify(input.kind).slice(0, 60)}`
    throw new CaseError(`kind: ${oneOf(Object.keys(kinds))}${got}`)
  }
  return kind(input)
}

import { z } from '@hono/zod-openapi'
import type { ZodRawShape } from 'zod'
import { isTradingDate } from '@/lib/market/date'
import { languageNamed } from '../language'
import { asOfMoment } from './asOf'

/** The query of a route: exactly these parameters; another one is refused by name. */
export function query<Shape extends ZodRawShape>(shape: Shape) {
  const names = Object.keys(shape)
  const expected = names.length === 0 ? 'expected none' : `expected ${names.join(', ')}`
  return z.strictObject(shape, { error: ({ code }) => (code === 'unrecognized_keys' ? expected : undefined) })
}

/** A trading date; `what` completes the description. */
export const dateParameter = (what: string) =>
  z
    .string({ error: 'expected a date' })
    .refine(isTradingDate, { error: 'expected a date of the calendar such as 2025-08-28' })
    .optional()
    .openapi({ description: what, example: '2025-08-28', format: 'date' })

/** A moment from which everything is looked at; a date is its end in UTC. Becomes a Date; `lookedAt` tells whether it has come. */
export const asOfParameter = z
  .string({ error: 'expected a date or a moment' })
  .refine((text) => asOfMoment(text) !== null, {
    error: 'expected a date such as 2025-09-18, or a moment in UTC such as 2025-09-18T07:00:00Z',
  })
  .transform((text) => asOfMoment(text) ?? undefined)
  .optional()
  .openapi({ type: 'string', description: 'As it could be known then', example: '2026-01-15' })

/** One of a few words. */
export const wordParameter = <const Words extends readonly [string, ...string[]]>(words: Words, what: string) =>
  z
    .enum(words, { error: `expected ${words.join(', ').replace(/, ([^,]*)$/, ' or $1')}` })
    .openapi({ description: what })

/** A whole number within bounds, and what it is when absent. */
export const countParameter = (least: number, most: number, absent: number, what: string) => {
  const expected = { error: `expected a whole number from ${least} to ${most}` }
  return z
    .string(expected)
    .regex(/^\d{1,6}$/, expected)
    .transform(Number)
    .refine((count) => count >= least && count <= most, expected)
    .default(absent)
    .openapi({ type: 'integer', minimum: least, maximum: most, default: absent, description: what })
}

/** `from` is not after `to`: for `.refine` of a query that has both. */
export const rangeInOrder = ({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean =>
  from === undefined || to === undefined || from <= to

/** What `rangeInOrder` says when it refuses. */
export const rangeError = { error: 'expected a date that is not after "to"', path: ['from'] }

/** The id of a row that counts up. Becomes a bigint. */
export const idParameter = (what: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,17}$/, { error: `expected the id of ${what}, a whole number from 1` })
    .transform(BigInt)
    .openapi({ type: 'integer', minimum: 1, example: 1 })

/** A symbol in a path. Any text is taken here: an unknown one is answered with names like it. */
export const symbolPath = z.strictObject({
  symbol: z.string().openapi({ description: 'Yahoo’s symbol, percent-encoded', example: '688256.SS' }),
})

const languageExpected = { error: 'expected en or zh' }

/** The language of the texts of an answer; what the reader's browser asks for when absent. */
export const langParameter = z
  .string(languageExpected)
  .refine((text) => languageNamed(text) !== null, languageExpected)
  .transform((text) => languageNamed(text) ?? undefined)
  .optional()
  .openapi({ type: 'string', description: 'en or zh; that of the reader’s browser when not given', example: 'en' })

export const formatParameter = wordParameter(['json', 'csv'], 'Form of the answer').default('json')

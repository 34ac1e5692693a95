import { z } from 'zod'
import { models } from '@/lib/analytics/eventStudy/model'
import { returnKinds } from '@/lib/analytics/returns'
import { isTradingDate } from '@/lib/market/date'
import { oneOf } from './expected'

export const modelField = z.enum(models, { error: oneOf(models) })
export const returnsField = z.enum(returnKinds, { error: oneOf(returnKinds) })
export const confidenceField = z
  .number({ error: 'expected a number between 0 and 1' })
  .gt(0, { error: 'expected a number above 0' })
  .lt(1, { error: 'expected a number below 1' })
  .default(0.95)

/** Returns, null where one is missing. */
export const returnColumn = z.array(
  z.number({ error: 'expected a number, or null where the return is missing' }).nullable(),
  {
    error: 'expected a list of returns',
  },
)

/** Closing prices above zero, null where one is missing. */
export const closeColumn = z.array(
  z
    .number({ error: 'expected a price, or null where it is missing' })
    .gt(0, { error: 'expected a price above zero' })
    .nullable(),
  { error: 'expected a list of closing prices' },
)

export const dateField = z
  .string({ error: 'expected a date of the form YYYY-MM-DD' })
  .refine(isTradingDate, { error: 'expected a date of the calendar of the form YYYY-MM-DD' })

export const countField = (least: number) =>
  z
    .number({ error: `expected a whole number from ${least}` })
    .int({ error: 'expected a whole number' })
    .min(least, {
      error: `expected a whole number from ${least}`,
    })

/** The name of an event; a number is taken as it is written. */
export const idField = z.union([z.string(), z.number()], { error: 'expected a name for the event' }).transform(String)

/** Adds an error at `path` of the value that is checked. */
export type Complain = (path: (string | number)[], message: string) => void

/** Complains unless `column` has as many entries as `expected` says. */
export function sameLength(
  complain: Complain,
  path: (string | number)[],
  column: readonly unknown[],
  expected: { length: number; name: string },
) {
  if (column.length !== expected.length) {
    complain(path, `expected as many entries as ${expected.name}, ${expected.length}, got ${column.length}`)
  }
}

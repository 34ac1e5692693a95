import { z } from 'zod'
import { tradingDaysAYear } from '@/lib/analytics/indicators/volatility'
import { expected } from './expected'

const price = z.number(expected('a number above zero or null')).positive(expected('a number above zero')).nullable()
const simpleReturn = z
  .number(expected('a number or null'))
  .min(-1, expected('a simple return, a fraction of at least -1'))
  .nullable()

/**
 * Input of a case of kind `series`: prices or simple returns (fractions), null where one is missing, and a benchmark alongside in the same form.
 * `window` is a count of rows (prices for averages, returns for the rest), `nPeriods` the count of periods that the series takes.
 */
export const seriesInput = z
  .object(
    {
      kind: z.literal('series', expected('"series"')).optional(),
      prices: z.array(price, expected('a list of prices')).optional(),
      returns: z.array(simpleReturn, expected('a list of returns')).optional(),
      benchmark: z.array(z.number(expected('a number or null')).nullable(), expected('a list')).optional(),
      window: z
        .int(expected('a whole number of at least 2'))
        .min(2, expected('a whole number of at least 2'))
        .optional(),
      periodsPerYear: z
        .number(expected('a number above zero'))
        .positive(expected('a number above zero'))
        .default(tradingDaysAYear),
      nPeriods: z.int(expected('a whole number above zero')).positive(expected('a whole number above zero')).optional(),
    },
    expected('an object'),
  )
  .superRefine(({ prices, returns, benchmark }, ctx) => {
    const series = prices ?? returns
    const refuse = (path: (string | number)[], message: string) => ctx.addIssue({ code: 'custom', path, message })
    if (series === undefined) return refuse(['prices'], 'expected prices or returns, got neither')
    if (prices && returns) return refuse(['returns'], 'expected prices or returns, got both')
    if (benchmark === undefined) return
    const name = prices ? 'prices' : 'returns'
    if (benchmark.length !== series.length) {
      const count = `expected ${series.length} values, as many as ${name}, got ${benchmark.length}`
      return refuse(['benchmark'], count)
    }
    const form = prices ? price : simpleReturn
    for (const [i, value] of benchmark.entries()) {
      const message = form.safeParse(value).error?.issues[0]?.message
      if (message !== undefined) refuse(['benchmark', i], `${message} (${name} and benchmark have one form)`)
    }
  })

export type SeriesInput = z.output<typeof seriesInput>

import { createRoute, z } from '@hono/zod-openapi'
import { respondCsv } from '../csv/csv'
import type { AddRoutes } from '../deps'
import { lookedAt } from '../parameters/asOf'
import {
  asOfParameter,
  dateParameter,
  formatParameter,
  query,
  rangeError,
  rangeInOrder,
  wordParameter,
} from '../parameters/schema'
import { badOrUnknown } from '../problem/schema'
import { compareTable } from './csv'
import { compareSchema } from './schema'
import { comparison, mostCompared, viewOf } from './view'

const wrong = { error: `expected 1 to ${mostCompared} different symbols, separated by commas` }

const compareQuery = query({
  symbols: z
    .string(wrong)
    .transform((text) => text.split(','))
    .refine(
      (symbols) => symbols.length <= mostCompared && new Set(symbols).size === symbols.length && !symbols.includes(''),
      wrong,
    )
    .openapi({ type: 'string', description: 'Yahoo’s symbols, separated by commas', example: '688256.SS,NVDA' }),
  rebase: z.string().optional().openapi({
    description: 'A date, or event: and a slug; the first date all have when absent',
    example: 'event:deepseek-r1-shock',
  }),
  currency: wordParameter(['local', 'USD', 'CNY'], 'local leaves each series in its own').default('local'),
  adjust: wordParameter(['split', 'total'], 'total counts cash dividends as well, as far as they are known').default(
    'split',
  ),
  from: dateParameter('First session wanted; the base may lie before'),
  to: dateParameter('Last session wanted'),
  asOf: asOfParameter,
  settled: wordParameter(['only', 'all'], 'all takes the bars of running sessions as well').default('only'),
  format: formatParameter,
}).refine(rangeInOrder, rangeError)

const route = createRoute({
  method: 'get',
  path: '/api/v1/compare',
  summary: 'Listings rebased to 100 at a date or an event',
  request: { query: compareQuery },
  responses: {
    200: {
      description: 'In the order of the symbols',
      content: { 'application/json': { schema: compareSchema }, 'text/csv': { schema: z.string() } },
    },
    ...badOrUnknown,
  },
})

/** `/compare`. */
export const addCompare: AddRoutes = (api, { store, now }) => {
  api.openapi(route, async (c) => {
    const { asOf, format, ...input } = c.req.valid('query')
    const found = await comparison(store, input, lookedAt(asOf, now()))
    if (format === 'csv') return respondCsv(c, ['compare', ...input.symbols], compareTable(found))
    return c.json(viewOf(found), 200)
  })
}

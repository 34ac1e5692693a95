import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { listListings } from '@/lib/store/listing/list'
import type { AddRoutes } from '../deps'
import { readersLanguage } from '../readersLanguage'
import { matching } from '../search/match'
import { exchangeChoices, exchangeName } from './exchange'
import { historyView } from './history'
import { marksView, timescaleMarksView } from './marks'
import { historyQuery, marksQuery, quotesQuery, searchQuery, symbolParameter } from './parameters'
import { resolutions } from './periods'
import { quotesView } from './quotes'
import {
  configSchema,
  type GroupView,
  groupSchema,
  historySchema,
  marksSchema,
  quotesSchema,
  type SymbolView,
  searchSchema,
  symbolSchema,
  timescaleMarksSchema,
  udfProblems,
} from './schema'
import { fullName, symbolOf, symbolsOf, symbolTypes, typeOf } from './symbol'

const json = <S extends z.ZodType>(schema: S, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
})
const get = <P extends string, Q extends z.ZodObject, S extends z.ZodType>(
  path: P,
  summary: string,
  { query, schema, description = 'As TradingView’s UDF has it' }: { query: Q; schema: S; description?: string },
) =>
  createRoute({
    ...{ method: 'get', path: `/api/udf/${path}` as const, summary },
    request: { query },
    responses: { ...json(schema, description), ...udfProblems },
  })

const config = get('config', 'What this data feed can do', { query: z.object({}), schema: configSchema })
const time = createRoute({
  ...{ method: 'get', path: '/api/udf/time', summary: 'The clock of the server' },
  responses: {
    200: {
      description: 'Whole seconds since 1970',
      content: { 'text/plain': { schema: z.string().openapi({ example: '1767225600' }) } },
    },
  },
})
const symbols = get('symbols', 'What a chart has to know of a symbol', {
  query: z.object({ symbol: symbolParameter }),
  schema: symbolSchema,
})
const group = get('symbol_info', 'The same of every symbol of an exchange, by columns', {
  query: z.object({ group: z.string().default('').openapi({ description: 'All when empty', example: 'NASDAQ' }) }),
  schema: groupSchema,
})
const search = get('search', 'Symbols by words of their names', { query: searchQuery, schema: searchSchema })
const history = get('history', 'One page of bars; split-adjusted unless asked otherwise', {
  ...{ query: historyQuery, schema: historySchema },
  description: 'Bars that begin at `from` or later and before `to`, ascending',
})
const marks = get('marks', 'The events that name a symbol, on the bar of their day 0', {
  query: marksQuery,
  schema: marksSchema,
})
const timescaleMarks = get('timescale_marks', 'Days of results, splits and dividends', {
  query: marksQuery,
  schema: timescaleMarksSchema,
})
const quotes = get('quotes', 'The newest price of some symbols', { query: quotesQuery, schema: quotesSchema })

function groupOf(all: readonly SymbolView[]): GroupView {
  const column = <Key extends keyof SymbolView>(key: Key) => all.map((one) => one[key])
  return {
    ...{ symbol: column('name'), ticker: column('ticker'), description: column('description'), type: column('type') },
    ...{ 'exchange-listed': column('listed_exchange'), 'exchange-traded': column('exchange') },
    ...{ 'currency-code': column('currency_code'), timezone: column('timezone') },
    ...{ 'session-regular': column('session'), 'session-holidays': column('session_holidays') },
    ...{ corrections: column('corrections'), minmovement: column('minmov'), pricescale: column('pricescale') },
    ...{ 'has-intraday': column('has_intraday'), 'has-daily': column('has_daily') },
    ...{ 'has-weekly-and-monthly': column('has_weekly_and_monthly') },
    ...{ 'supported-resolutions': column('supported_resolutions'), 'visible-plots-set': column('visible_plots_set') },
  }
}

/** Lets an error also be read by a client of UDF, which looks at `s` and `errmsg`. */
async function asUdfError(c: Context): Promise<void> {
  if (c.res.status < 400 || !c.res.headers.get('content-type')?.startsWith('application/problem+json')) return
  const { status, headers } = c.res
  const problem = (await c.res.json()) as { detail: string }
  c.res = new Response(JSON.stringify({ s: 'error', errmsg: problem.detail, ...problem }), { status, headers })
}

/** TradingView's UDF (Universal Data Feed) under `/api/udf`: for its own charting library and whatever else speaks it. */
export const addUdf: AddRoutes = (api, { store, now }) => {
  api.use('/api/udf/*', async (c, next) => {
    await next()
    await asUdfError(c)
  })
  api.openapi(config, (c) =>
    c.json(
      {
        ...{ supports_search: true, supports_group_request: false, supports_marks: true },
        ...{ supports_timescale_marks: true, supports_time: true, supported_resolutions: [...resolutions] },
        ...{ exchanges: exchangeChoices(), symbols_types: symbolTypes },
      },
      200,
    ),
  )
  api.openapi(time, (c) => c.text(String(Math.floor(now().getTime() / 1000)), 200))
  api.openapi(symbols, async (c) => c.json(await symbolOf(store, c.req.valid('query').symbol), 200))
  api.openapi(group, async (c) => c.json(groupOf(await symbolsOf(store, c.req.valid('query').group)), 200))
  api.openapi(search, async (c) => {
    const { query, type, exchange, limit } = c.req.valid('query')
    const listings = (await listListings(store.sql))
      .filter((one) => (type === '' || typeOf(one) === type) && (exchange === '' || exchangeName(one.mic) === exchange))
      .map((one) => ({
        ...one,
        slug: one.symbol,
        title: one.name,
        titleZh: one.nameZh,
        also: [one.ticker, fullName(one)],
      }))
    const found = matching(listings, query).slice(0, limit)
    const items = found.map((one) => ({
      ...{ symbol: one.symbol, full_name: fullName(one), description: one.name, ticker: one.symbol },
      ...{ exchange: exchangeName(one.mic), type: typeOf(one) },
    }))
    return c.json(items, 200)
  })
  api.openapi(history, async (c) => c.json(await historyView(store, c.req.valid('query'), now()), 200))
  api.openapi(marks, async (c) => {
    const { lang, ...wanted } = c.req.valid('query')
    return c.json(await marksView(store, { ...wanted, language: lang ?? readersLanguage(c) }), 200)
  })
  api.openapi(timescaleMarks, async (c) => {
    const { lang, ...wanted } = c.req.valid('query')
    return c.json(await timescaleMarksView(store, { ...wanted, language: lang ?? readersLanguage(c) }), 200)
  })
  api.openapi(quotes, async (c) => c.json(await quotesView(store, c.req.valid('query').symbols, now()), 200))
}

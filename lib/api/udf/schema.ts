import { z } from '@hono/zod-openapi'
import { problemSchema } from '../problem/schema'

const seconds = z.int().openapi({ description: 'Seconds since 1970: midnight in UTC of a day' })
const named = z.strictObject({ name: z.string(), value: z.string() })

export const configSchema = z
  .strictObject({
    supports_search: z.boolean(),
    supports_group_request: z.boolean(),
    supports_marks: z.boolean(),
    supports_timescale_marks: z.boolean(),
    supports_time: z.boolean(),
    supported_resolutions: z.array(z.string()),
    exchanges: z.array(z.strictObject({ value: z.string(), name: z.string(), desc: z.string() })),
    symbols_types: z.array(named),
  })
  .openapi('UdfConfiguration')

export const symbolSchema = z
  .strictObject({
    name: z.string(),
    ticker: z.string().openapi({ description: 'What every other request is made with' }),
    full_name: z.string(),
    description: z.string(),
    type: z.enum(['stock', 'dr', 'index']),
    exchange: z.string(),
    listed_exchange: z.string(),
    currency_code: z.string(),
    timezone: z.string(),
    session: z.string().openapi({ description: 'Usual hours on the exchange’s clock: 0930-1130,1300-1500' }),
    session_holidays: z.string().openapi({ description: 'Weekdays without trading: 20250101,20250128' }),
    corrections: z.string().openapi({ description: 'Days with other hours: 0930-1300:20251128,20251224' }),
    minmov: z.int(),
    pricescale: z.int(),
    format: z.literal('price'),
    has_intraday: z.boolean(),
    has_daily: z.boolean(),
    has_weekly_and_monthly: z.boolean(),
    supported_resolutions: z.array(z.string()),
    volume_precision: z.int(),
    data_status: z.literal('endofday'),
    visible_plots_set: z.enum(['ohlcv', 'ohlc']),
  })
  .openapi('UdfSymbol')

const texts = z.array(z.string())
const flags = z.array(z.boolean())

export const groupSchema = z
  .strictObject({
    symbol: texts,
    ticker: texts,
    description: texts,
    type: texts,
    'exchange-listed': texts,
    'exchange-traded': texts,
    'currency-code': texts,
    timezone: texts,
    'session-regular': texts,
    'session-holidays': texts,
    corrections: texts,
    minmovement: z.array(z.int()),
    pricescale: z.array(z.int()),
    'has-intraday': flags,
    'has-daily': flags,
    'has-weekly-and-monthly': flags,
    'supported-resolutions': z.array(texts),
    'visible-plots-set': texts,
  })
  .openapi('UdfSymbolGroup', { description: 'The symbols of an exchange by columns of one length' })

export const searchSchema = z
  .array(
    z.strictObject({
      symbol: z.string(),
      full_name: z.string(),
      description: z.string(),
      exchange: z.string(),
      ticker: z.string(),
      type: z.string(),
    }),
  )
  .openapi('UdfSearch')

const numbers = z.array(z.number())

export const historySchema = z
  .union([
    z.strictObject({
      s: z.literal('ok'),
      t: z.array(seconds),
      o: numbers,
      h: numbers,
      l: numbers,
      c: numbers,
      v: numbers.optional().openapi({ description: 'Left out where no feed has a volume' }),
    }),
    z.strictObject({
      s: z.literal('no_data'),
      nextTime: seconds.optional().openapi({ description: 'The nearest bar before the page, when there is one' }),
    }),
  ])
  .openapi('UdfHistory')

const marks = { id: texts, time: z.array(seconds), color: texts, label: texts }

export const marksSchema = z
  .strictObject({ ...marks, text: texts, labelFontColor: texts, minSize: z.array(z.int()) })
  .openapi('UdfMarks', { description: 'Marks on bars by columns of one length' })

export const timescaleMarksSchema = z
  .strictObject({ ...marks, tooltip: z.array(texts) })
  .openapi('UdfTimescaleMarks', { description: 'Marks on the time scale by columns of one length' })

const figure = z.number().optional()

export const quotesSchema = z
  .strictObject({
    s: z.literal('ok'),
    d: z.array(
      z.strictObject({
        s: z.enum(['ok', 'error']),
        n: z.string(),
        v: z.strictObject({
          short_name: z.string().optional(),
          original_name: z.string().optional(),
          exchange: z.string().optional(),
          description: z.string().optional(),
          lp: figure,
          ch: figure,
          chp: figure,
          prev_close_price: figure,
          open_price: figure,
          high_price: figure,
          low_price: figure,
          volume: figure,
        }),
      }),
    ),
  })
  .openapi('UdfQuotes')

// Not an extension: that would be all of a closed schema, and then something it does not know.
const refused = z
  .strictObject({ s: z.literal('error'), errmsg: z.string(), ...problemSchema.shape })
  .openapi('UdfProblem', { description: 'A problem that also reads as an error of UDF' })
const content = { 'application/problem+json': { schema: refused } }

/** The errors of every request of UDF. */
export const udfProblems = {
  400: { description: 'A parameter is wrong; `parameters` names it', content },
  404: { description: 'No such symbol; `near` has names like it', content },
} as const

export type SymbolView = z.infer<typeof symbolSchema>
export type GroupView = z.infer<typeof groupSchema>
export type HistoryView = z.infer<typeof historySchema>
export type MarksView = z.infer<typeof marksSchema>
export type TimescaleMarksView = z.infer<typeof timescaleMarksSchema>
export type QuotesView = z.infer<typeof quotesSchema>

import { z } from 'zod'
import { localDate } from '@/lib/market/zone'
import { inShape } from '../shared/shape'
import { FeedError } from '../types'
import { yahoo } from './info'

// By reference: the cells are looked at one by one afterwards, and a copy of each column costs as much as that.
const column = z.custom<readonly unknown[]>(Array.isArray, 'expected an array')

const isNumbers = (value: unknown) =>
  Array.isArray(value) && value.every((each) => typeof each === 'number' && Number.isFinite(each))

const chartSchema = z.object({
  meta: z.object({
    symbol: z.string(),
    currency: z.string().nullish(),
    exchangeTimezoneName: z.string(),
    dataGranularity: z.string(),
    // Only told, never reckoned with: whatever they are, they do not spoil an answer.
    longName: z.unknown().optional(),
    shortName: z.unknown().optional(),
    exchangeName: z.unknown().optional(),
    instrumentType: z.unknown().optional(),
    firstTradeDate: z.unknown().optional(),
    // What the live price is read from. The library makes a Date of the time where its own schema matches.
    regularMarketTime: z.union([z.number(), z.date()]).nullish(),
    regularMarketPrice: z.number().nullish(),
    regularMarketDayHigh: z.number().nullish(),
    regularMarketDayLow: z.number().nullish(),
    regularMarketVolume: z.number().nullish(),
    chartPreviousClose: z.number().nullish(),
  }),
  timestamp: z.custom<readonly number[]>(isNumbers, 'expected an array of numbers').optional(),
  events: z
    .object({
      dividends: z.record(z.string(), z.unknown()).optional(),
      splits: z.record(z.string(), z.unknown()).optional(),
    })
    .nullish(),
  indicators: z.object({
    quote: z.array(
      z.object({
        open: column.optional(),
        high: column.optional(),
        low: column.optional(),
        close: column.optional(),
        volume: column.optional(),
      }),
    ),
  }),
})

export type YahooChart = z.output<typeof chartSchema>

/** One row of the chart with its cells as they came. */
export interface ChartRow {
  readonly session: string
  /** Moment of the row, epoch seconds. */
  readonly seconds: number
  /** Null where the chart has none. */
  readonly open: unknown
  readonly high: unknown
  readonly low: unknown
  readonly close: unknown
  readonly volume: unknown
}

/** Reads one `chart.result[0]`, daily and of the symbol asked for. `adjclose` is not looked at. Throws a FeedError `not-the-format` otherwise. */
export function readChart(body: unknown, feedSymbol: string): YahooChart {
  const chart = inShape(chartSchema, body, yahoo.id, yahoo.name, feedSymbol)
  const wrong = (what: string) =>
    new FeedError(yahoo.id, 'not-the-format', `${yahoo.name} answered ${what} for ${feedSymbol}`)
  if (chart.meta.symbol.toUpperCase() !== feedSymbol.toUpperCase()) throw wrong(`with bars of ${chart.meta.symbol}`)
  // An empty range says nothing false, whatever interval it names.
  if (chart.timestamp && chart.meta.dataGranularity !== '1d')
    throw wrong(`bars of ${chart.meta.dataGranularity}, not of one day,`)
  return chart
}

/** The date of a moment (epoch seconds) at the chart's exchange. By the zone's name: `gmtoffset` is today's and wrong across a clock change. */
export function chartDate(chart: YahooChart, seconds: number, feedSymbol: string): string {
  try {
    return localDate(new Date(seconds * 1000), chart.meta.exchangeTimezoneName)
  } catch (cause) {
    const message = `${yahoo.name} gave a moment or zone that cannot be read for ${feedSymbol}: ${String(cause)}`
    throw new FeedError(yahoo.id, 'not-the-format', message)
  }
}

/** The chart's rows in its order; none when it has no timestamps. Throws a FeedError `not-the-format` when columns and timestamps differ in length. */
export function chartRows(chart: YahooChart, feedSymbol: string): ChartRow[] {
  const quote = chart.indicators.quote[0] ?? {}
  const timestamps = chart.timestamp ?? []
  const columns = [quote.open, quote.high, quote.low, quote.close, quote.volume]
  if (columns.some((cells) => (cells?.length ?? 0) !== timestamps.length)) {
    const lengths = columns.map((cells) => cells?.length ?? 0).join(', ')
    const message = `${yahoo.name} gave ${timestamps.length} timestamps but columns of ${lengths} cells for ${feedSymbol}`
    throw new FeedError(yahoo.id, 'not-the-format', message)
  }
  return timestamps.map((seconds, i) => ({
    session: chartDate(chart, seconds, feedSymbol),
    seconds,
    open: quote.open?.[i] ?? null,
    high: quote.high?.[i] ?? null,
    low: quote.low?.[i] ?? null,
    close: quote.close?.[i] ?? null,
    volume: quote.volume?.[i] ?? null,
  }))
}

import type { FeedInstrument } from '../types'
import { chartDate, type YahooChart } from './chart'

const longest = 200

const word = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, longest) : null

/** What a chart says of its instrument. The first trade comes as epoch seconds; yahoo-finance2 turns it into a Date where its schema matches. */
export function chartInstrument(chart: YahooChart, feedSymbol: string): FeedInstrument {
  const { longName, shortName, exchangeName, instrumentType, firstTradeDate } = chart.meta
  const seconds = firstTradeDate instanceof Date ? firstTradeDate.getTime() / 1000 : firstTradeDate
  // Beyond the year 5138 it is no date that a calendar has.
  const first = typeof seconds === 'number' && Math.abs(seconds) < 1e11 ? chartDate(chart, seconds, feedSymbol) : null
  return {
    name: word(longName) ?? word(shortName),
    exchange: word(exchangeName),
    kind: word(instrumentType),
    firstTrade: first,
  }
}

import { ratioFromDecimals } from '@/lib/market/ratio'
import { sixPlaces } from '../shared/decimal'
import type { FeedAction, FeedRejection } from '../types'
import { chartDate, type YahooChart } from './chart'

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** Epoch seconds of an event; yahoo-finance2 turns them into a Date where its schema matches. */
function secondsOf(value: unknown): number | null {
  if (value instanceof Date) return value.getTime() / 1000
  return typeof value === 'number' ? value : null
}

const positive = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value > 0

function splitOf(exDate: string, event: Readonly<Record<string, unknown>>): FeedAction | string {
  const { numerator, denominator } = event
  if (!positive(numerator) || !positive(denominator)) return 'a split without two sides above zero'
  try {
    return { kind: 'split', exDate, ...ratioFromDecimals(sixPlaces(numerator), sixPlaces(denominator)) }
  } catch (cause) {
    return String(cause)
  }
}

function dividendOf(
  exDate: string,
  event: Readonly<Record<string, unknown>>,
  currency: string | null,
): FeedAction | string {
  if (!positive(event.amount)) return 'a dividend without an amount above zero'
  const stated = typeof event.currency === 'string' && event.currency !== '' ? event.currency : currency
  return { kind: 'dividend', exDate, cash: sixPlaces(event.amount), currency: stated }
}

/**
 * Splits (Yahoo's sides may be decimals: 1.49 for 1) and dividends of a chart, ascending by ex-date at the exchange.
 * Dividends are as Yahoo states them: it divides them by the ratios of later splits, as it does with prices.
 */
export function chartActions(
  chart: YahooChart,
  feedSymbol: string,
): { actions: FeedAction[]; rejected: FeedRejection[] } {
  const actions: FeedAction[] = []
  const rejected: FeedRejection[] = []
  const currency = chart.meta.currency ?? null
  for (const kind of ['splits', 'dividends'] as const) {
    for (const [key, event] of Object.entries(chart.events?.[kind] ?? {})) {
      const seconds = isRecord(event) ? secondsOf(event.date) : null
      const read =
        !isRecord(event) || seconds === null
          ? 'an event without a date'
          : kind === 'splits'
            ? splitOf(chartDate(chart, seconds, feedSymbol), event)
            : dividendOf(chartDate(chart, seconds, feedSymbol), event, currency)
      if (typeof read === 'string') rejected.push({ key: `${kind}:${key}`, reason: read, payload: event })
      else actions.push(read)
    }
  }
  const order = (action: FeedAction) => `${action.exDate} ${action.kind === 'split' ? 1 : 0}`
  return { actions: actions.sort((a, b) => order(a).localeCompare(order(b))), rejected }
}

import { z } from 'zod'
import { shortJson } from '../shared/json'
import { FeedError } from '../types'
import { yahoo } from './info'

const errorBody = z.object({
  chart: z.object({ error: z.object({ code: z.string(), description: z.string().nullish() }) }),
})

/** The error object of the chart's envelope; null for bars, pages and plain text. */
function errorOf(body: string): { code: string; description: string } | null {
  const parsed = errorBody.safeParse(shortJson(body))
  if (!parsed.success) return null
  const { code, description } = parsed.data.chart.error
  return { code, description: description ?? '' }
}

/**
 * What only Yahoo says: an error object inside the envelope (unknown symbol, or a range before the first trade), and its rate limit as
 * plain text, which also comes with status 200. Null when it is none of these.
 */
export function yahooSays(feedSymbol: string, status: number, body: string): FeedError | null {
  if (status === 200 && /^\s*(Edge: )?Too Many Requests/i.test(body)) {
    return new FeedError(yahoo.id, 'rate-limited', `${yahoo.name} limits our rate for ${feedSymbol} ("${body.trim()}")`)
  }
  const error = errorOf(body)
  if (error === null) return null
  const said = `"${error.description || error.code}"`
  if (error.code === 'Not Found') {
    return new FeedError(yahoo.id, 'unknown-symbol', `${yahoo.name} does not know ${feedSymbol} (${said})`)
  }
  if (/^Data doesn't exist/i.test(error.description)) {
    return new FeedError(yahoo.id, 'empty', `${yahoo.name} has nothing of ${feedSymbol} in that range (${said})`)
  }
  return null
}

import YahooFinance from 'yahoo-finance2'
import { addDays } from '@/lib/market/date'
import { localDate, momentAt } from '@/lib/market/zone'
import type { BarsRequest } from '../feed'
import { fetchText } from '../shared/http'
import { headerSafe } from '../shared/url'
import { type FeedContext, FeedError } from '../types'
import { yahoo } from './info'
import { yahooSays } from './recognise'
import type { RawYahooBars } from './transform'

const silent = () => undefined

let library: InstanceType<typeof YahooFinance> | undefined

/** One instance a process: its queue lets four requests run at a time. It is silent, asks for no newer version, and keeps no cookies, since our `fetch` hands it none. */
function yahooFinance(): InstanceType<typeof YahooFinance> {
  library ??= new YahooFinance({
    logger: { info: silent, warn: silent, error: silent, debug: silent, dir: silent },
    suppressNotices: ['yahooSurvey', 'ripHistorical'],
    versionCheck: false,
    validation: { logErrors: false, logOptionsErrors: false },
    queue: { concurrency: 4 },
  })
  return library
}

/** The `fetch` that yahoo-finance2 is given: ours, with its origin, limits, retries and failures. The library's headers and cookies are dropped. */
function fetchThrough(feedSymbol: string, ctx: FeedContext): typeof fetch {
  return async (input) => {
    const body = await fetchText(
      {
        feed: yahoo.id,
        name: yahoo.name,
        target: feedSymbol,
        url: input instanceof Request ? input.url : String(input),
        expect: 'json',
        // Yahoo answers 429 to agents that do not begin like a browser.
        userAgent: `Mozilla/5.0 (compatible; Tidemark/0.1; +${headerSafe(ctx.contact)})`,
        recognise: (status, text) => yahooSays(feedSymbol, status, text),
      },
      ctx,
    )
    return new Response(body, { status: 200, headers: { 'content-type': 'application/json' } })
  }
}

/**
 * Daily bars with splits and dividends from `from` on. The end asked for is never before today, whatever `to` is: only so are the later splits
 * known by which Yahoo has already divided the prices. Throws FeedError, or the reason of `ctx.signal`.
 */
export async function fetchYahooBars(
  request: Pick<BarsRequest, 'feedSymbol' | 'timeZone' | 'from' | 'to'>,
  ctx: FeedContext,
): Promise<RawYahooBars> {
  const { feedSymbol, timeZone, from, to } = request
  const [, last = to] = [to, localDate(ctx.now(), timeZone)].sort()
  const chart = await yahooFinance()
    .chart(
      encodeURIComponent(feedSymbol),
      {
        period1: momentAt(from, '00:00', timeZone),
        period2: momentAt(addDays(last, 1), '00:00', timeZone),
        interval: '1d',
        events: 'div|split',
        includePrePost: false,
        return: 'object',
      },
      // Its schema refuses null bars and a null currency; our transform reads them.
      { fetch: fetchThrough(feedSymbol, ctx), validateResult: false },
    )
    .catch((error: unknown) => {
      if (error instanceof FeedError) throw error
      ctx.signal?.throwIfAborted()
      const said = error instanceof Error ? error.message.slice(0, 200) : String(error)
      throw new FeedError(yahoo.id, 'not-the-format', `${yahoo.name} answered another shape for ${feedSymbol}: ${said}`)
    })
  return { feedSymbol, chart, fetchedAt: ctx.now() }
}

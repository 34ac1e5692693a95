import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { atClock } from './clock'
import { eastmoneyData } from './eastmoneyData'
import { eastmoneyKlines } from './eastmoneyKlines'
import { ecb } from './ecb'
import { sendWith } from './faults'
import { sec } from './sec'
import { tencentDays } from './tencentDays'
import { tencentQuotes } from './tencentQuotes'
import type { Answer, Fault, FaultRule, StandinData } from './types'
import { yahooChart } from './yahooChart'

export interface StandinRequest {
  /** Path and query, decoded. */
  readonly url: string
  readonly headers: IncomingMessage['headers']
}

export interface Standin {
  /** Scheme, host and port, for the `*_ORIGIN` settings: one server speaks all formats. */
  readonly origin: string
  /** Every request since the start, in order. */
  readonly requests: readonly StandinRequest[]
  /** Replaces the parts of the data that are given. */
  readonly setData: (data: StandinData) => void
  /** Puts a fault in front of those already set; null takes away all faults. */
  readonly set: (rule: FaultRule | null) => void
  readonly close: () => Promise<void>
}

function answerOf(url: URL, userAgent: string, data: StandinData, fault: Fault | null): Answer {
  const { pathname } = url
  if (pathname.startsWith('/v8/finance/chart/')) {
    return userAgent.startsWith('Mozilla/5.0')
      ? yahooChart(url, data.listings ?? [], fault)
      : { status: 429, type: 'text/plain', body: 'Edge: Too Many Requests' }
  }
  if (pathname.startsWith('/api/xbrl/companyfacts/') || pathname.startsWith('/submissions/')) {
    return sec(url, userAgent, data.companies ?? [])
  }
  if (/^\/(ifzqgtimg\/)?appstock\/app\/(new|hk)fqkline\/get$/.test(pathname)) {
    return tencentDays(url, data.listings ?? [], fault)
  }
  if (pathname.startsWith('/q=')) return tencentQuotes(pathname.slice(3).split(','), data.listings ?? [])
  if (pathname === '/api/qt/stock/kline/get') return eastmoneyKlines(url, data.listings ?? [], fault)
  if (pathname === '/api/data/v1/get') return eastmoneyData(url, data.reports ?? [])
  if (pathname === '/stats/eurofxref/eurofxref-hist.csv') return ecb(data.rates ?? [])
  return { status: 404, type: 'text/plain', body: `The stand-in has nothing at ${pathname}` }
}

/** Starts a server on loopback that speaks the wire formats of all feeds from the data given. Port 0 takes a free one; `clock` moves what the data replay. */
export async function startStandin(
  options: { data?: StandinData; port?: number; clock?: () => Date } = {},
): Promise<Standin> {
  let data: StandinData = options.data ?? {}
  const clock = options.clock ?? (() => new Date())
  let rules: { rule: FaultRule; left: number }[] = []
  const requests: StandinRequest[] = []

  const faultFor = (text: string): Fault | null => {
    const hit = rules.find(({ rule, left }) => left > 0 && text.includes(rule.match))
    if (hit === undefined) return null
    hit.left--
    return hit.rule.fault
  }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://stand.in')
    const text = decodeURIComponent(`${url.pathname}${url.search}`)
    requests.push({ url: text, headers: request.headers })
    const fault = faultFor(text)
    const now = { ...data, listings: (data.listings ?? []).map((listing) => atClock(listing, clock())) }
    sendWith(fault, answerOf(url, request.headers['user-agent'] ?? '', now, fault), request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    setData: (more) => {
      data = { ...data, ...more }
    },
    set: (rule) => {
      rules = rule === null ? [] : [{ rule, left: rule.times ?? Number.POSITIVE_INFINITY }, ...rules]
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

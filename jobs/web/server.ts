import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { addressOf } from '@/lib/access/address'
import type { RequestEnvironment } from '@/lib/api/access/address'
import type { AnswerDoor } from '@/lib/api/answers/door'
import { log } from '@/lib/operation/log'
import { noteRoute } from '@/lib/operation/route'
import { setApiHeaders, setCommonHeaders, setPageHeaders } from './contentPolicy'
import { refusalOf, refuse } from './door'
import { type PageRefusal, refusePage } from './gate'
import { setPageLanguage } from './language'
import { isLivePath, type LiveDoor, setPageLiveId } from './live'
import { answerMetrics, isMetricsPath, type MetricsDoor } from './metrics'
import { type Observer, observed } from './observe'
import { setPageView } from './view'

export type PageHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export interface WebParts {
  /** The API app: answers /api, /feeds, /healthz and /readyz. */
  readonly api: { fetch(request: Request, environment: RequestEnvironment): Response | Promise<Response> }
  /** Answers what the API app has answered before and is still right, without asking it; by default the app is always asked. */
  readonly answers?: AnswerDoor
  /** Everything else. */
  readonly pages: PageHandler
  readonly dev: boolean
  /** Origins whose pages may show `/embed` within theirs; nobody's by default. */
  readonly embedOrigins?: readonly string[]
  /** Decides whether a page is shown; every one by default. */
  readonly gate?: (request: IncomingMessage, address: string | null) => Promise<PageRefusal | null>
  /** How many proxies of ours are in front; none by default. */
  readonly proxyDepth?: number
  /** Whether the site is known to the world by `https`. */
  readonly https?: boolean
  /** Answers the stream of live changes, before both; without it the API app says that there is none. */
  readonly live?: LiveDoor
  /** What /metrics says, and to whom; it says nothing to anybody by default. */
  readonly metrics?: MetricsDoor
  /** How requests are named and logged; by default all pages are one, and only failures are logged. */
  readonly observer?: Observer
}

/** What one client may take of the server: times in milliseconds, sizes in bytes. */
const limits = {
  maxHeaderSize: 16_384,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  // Longer than the minute that proxies in front keep theirs, so that they never write into a connection we are closing.
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
}

const apiPaths = /^\/(api(\/|$)|feeds\/|healthz$|readyz$)/

/** Whether a request's path (with or without a query) belongs to the API app. */
export function isApiPath(url: string): boolean {
  return apiPaths.test(url.split('?', 1)[0] ?? '')
}

/** A request that may have a body as one of the platform's own class: the adapter's cannot be copied, as the limit on bodies does. */
function native(request: Request): Request {
  const { url, method, headers, body, signal } = request
  if (method === 'GET' || method === 'HEAD') return request
  return new Request(url, { method, headers, body, signal, duplex: 'half' } as RequestInit)
}

function failed(response: ServerResponse, error: unknown): void {
  log().error({ err: error }, 'a page could not be made')
  if (response.headersSent) response.destroy()
  else
    response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Something went wrong on our side.\n')
}

const quietObserver: Observer = { patternOf: () => 'page', level: 'silent' }

/** The one HTTP server: the API app in front, pages behind. It does not listen yet. */
export function createWebServer(parts: WebParts): Server {
  const { api, pages, dev, embedOrigins = [], live, metrics, observer = quietObserver } = parts
  const { gate = async () => null, proxyDepth = 0, https = false } = parts
  const clientOf = ({ socket, headers }: IncomingMessage) =>
    addressOf(socket.remoteAddress, headers['x-forwarded-for']?.toString(), proxyDepth)
  const answerApi = getRequestListener(
    (request, env) => api.fetch(native(request), { ...env, address: clientOf(env.incoming as IncomingMessage) }),
    { overrideGlobalObjects: false },
  )
  const answerPage = async (request: IncomingMessage, response: ServerResponse) => {
    const refusal = await gate(request, clientOf(request))
    if (refusal !== null) return refusePage(response, refusal)
    await pages(request, response)
  }
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    setCommonHeaders(response, https)
    const refusal = refusalOf(request)
    if (refusal) return refuse(response, refusal)
    if (live && isLivePath(request.url ?? '')) {
      noteRoute(request, '/api/v1/live')
      return live.answer(request, response)
    }
    if (metrics && isMetricsPath(request.url ?? '')) {
      noteRoute(request, '/metrics')
      return void answerMetrics(request, response, metrics)
    }
    if (isApiPath(request.url ?? '')) {
      setApiHeaders(response)
      const early = parts.answers?.answer(request, response) ?? false
      if (early === false) return void answerApi(request, response)
      // What the store could not tell the door it cannot tell the app either, which says so to the client and the log.
      const answered = early.catch(() => false)
      return void answered.then((done) => (done ? undefined : answerApi(request, response)))
    }
    setPageHeaders(request, response, { dev, embedOrigins })
    setPageLanguage(request, response)
    setPageView(request)
    setPageLiveId(request, live)
    answerPage(request, response).catch((error: unknown) => failed(response, error))
  }
  return createServer(limits, (request, response) =>
    observed(request, response, observer, () => answer(request, response)),
  )
}

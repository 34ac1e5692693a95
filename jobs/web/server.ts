import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { addressOf } from '@/lib/access/address'
import type { RequestEnvironment } from '@/lib/api/access/address'
import { setCommonHeaders, setPageHeaders } from './contentPolicy'
import { refusalOf, refuse } from './door'
import { type PageRefusal, refusePage } from './gate'
import { setPageLanguage } from './language'
import { setPageView } from './view'

export type PageHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export interface WebParts {
  /** The API app: answers /api, /healthz, /readyz and /metrics. */
  readonly api: { fetch(request: Request, environment: RequestEnvironment): Response | Promise<Response> }
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

const apiPaths = /^\/(api(\/|$)|healthz$|readyz$|metrics$)/

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
  console.error('A page could not be made:', error)
  if (response.headersSent) response.destroy()
  else
    response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Something went wrong on our side.\n')
}

/** The one HTTP server: the API app in front, pages behind. It does not listen yet. */
export function createWebServer({
  api,
  pages,
  dev,
  embedOrigins = [],
  gate = async () => null,
  proxyDepth = 0,
  https = false,
}: WebParts): Server {
  const clientOf = ({ socket, headers }: IncomingMessage) =>
    addressOf(socket.remoteAddress, headers['x-forwarded-for']?.toString(), proxyDepth)
  const answerApi = getRequestListener(
    (request, { incoming }) => api.fetch(native(request), { address: clientOf(incoming as IncomingMessage) }),
    { overrideGlobalObjects: false },
  )
  const answerPage = async (request: IncomingMessage, response: ServerResponse) => {
    const refusal = await gate(request, clientOf(request))
    if (refusal !== null) return refusePage(response, refusal)
    await pages(request, response)
  }
  return createServer(limits, (request, response) => {
    setCommonHeaders(response, https)
    const refusal = refusalOf(request)
    if (refusal) return refuse(response, refusal)
    if (isApiPath(request.url ?? '')) return void answerApi(request, response)
    setPageHeaders(request, response, { dev, embedOrigins })
    setPageLanguage(request, response)
    setPageView(request)
    answerPage(request, response).catch((error: unknown) => failed(response, error))
  })
}

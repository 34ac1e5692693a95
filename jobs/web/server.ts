import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { setCommonHeaders, setPageHeaders } from './contentPolicy'
import { refusalOf, refuse } from './door'
import { setPageLanguage } from './language'
import { isLivePath, type LiveDoor, setPageLiveId } from './live'
import { setPageView } from './view'

export type PageHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export interface WebParts {
  /** The API app: answers /api, /healthz, /readyz and /metrics. */
  readonly api: { fetch(request: Request): Response | Promise<Response> }
  /** Everything else. */
  readonly pages: PageHandler
  readonly dev: boolean
  /** Origins whose pages may show `/embed` within theirs; nobody's by default. */
  readonly embedOrigins?: readonly string[]
  /** Answers the stream of live changes, before both; without it the API app says that there is none. */
  readonly live?: LiveDoor
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

function failed(response: ServerResponse, error: unknown): void {
  console.error('A page could not be made:', error)
  if (response.headersSent) response.destroy()
  else
    response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Something went wrong on our side.\n')
}

/** The one HTTP server: the API app in front, pages behind. It does not listen yet. */
export function createWebServer({ api, pages, dev, embedOrigins = [], live }: WebParts): Server {
  const answerApi = getRequestListener((request) => api.fetch(request), { overrideGlobalObjects: false })
  return createServer(limits, (request, response) => {
    setCommonHeaders(response)
    const refusal = refusalOf(request)
    if (refusal) return refuse(response, refusal)
    if (live && isLivePath(request.url ?? '')) return live.answer(request, response)
    if (isApiPath(request.url ?? '')) return void answerApi(request, response)
    setPageHeaders(request, response, { dev, embedOrigins })
    setPageLanguage(request, response)
    setPageView(request)
    setPageLiveId(request, live)
    pages(request, response).catch((error: unknown) => failed(response, error))
  })
}

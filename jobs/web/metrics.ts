import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { log } from '@/lib/operation/log'

const contentType = 'text/plain; version=0.0.4; charset=utf-8'

/** What a proxy adds to a request that it hands on: then the address of the socket is the proxy's and says nothing. */
const proxyHeaders = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip']

/** Whether a request's path (with or without a query) is that of the metrics. */
export function isMetricsPath(url: string): boolean {
  return url.split('?', 1)[0] === '/metrics'
}

function isLoopback(address: string): boolean {
  return isIP(address) !== 0 && ipaddr.process(address).range() === 'loopback'
}

/** Whether a request was made on this machine and for it: not handed on by a proxy, and not under a name that leads here from elsewhere. */
function fromThisMachine({ headers, socket }: IncomingMessage): boolean {
  if (proxyHeaders.some((name) => headers[name] !== undefined)) return false
  const { hostname } = new URL(`http://${headers.host}`)
  const host = hostname.replace(/^\[|\]$/g, '')
  return isLoopback(socket.remoteAddress ?? '') && (host === 'localhost' || isLoopback(host))
}

const digest = (text: string) => createHash('sha256').update(text).digest()

function hasToken({ headers }: IncomingMessage, token: string | undefined): boolean {
  const given = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
  return token !== undefined && given !== undefined && timingSafeEqual(digest(given), digest(token))
}

export interface MetricsDoor {
  /** `METRICS_TOKEN`; without it only this machine may read. */
  readonly token?: string | undefined
  /** The figures in Prometheus's text format. */
  readonly read: () => Promise<string>
}

/** Answers `/metrics` to a program on this machine, or to one that sends the token; everybody else is told nothing, not even that it is there. */
export async function answerMetrics(
  request: IncomingMessage,
  response: ServerResponse,
  { token, read }: MetricsDoor,
): Promise<void> {
  response.setHeader('Cache-Control', 'no-store')
  if (!fromThisMachine(request) && !hasToken(request, token)) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('There is nothing here.\n')
    return
  }
  try {
    const body = await read()
    response.writeHead(200, { 'Content-Type': contentType }).end(request.method === 'HEAD' ? '' : body)
  } catch (error) {
    log().error({ err: error }, 'the metrics could not be read')
    response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8' }).end('The figures cannot be read now.\n')
  }
}

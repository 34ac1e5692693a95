import type { IncomingMessage, ServerResponse } from 'node:http'

/** Why a request is turned away before anybody reads it. */
export interface Refusal {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly type?: string
}

const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']

function badRequest(detail: string): Refusal {
  return { status: 400, title: 'The request cannot be read', detail }
}

/** The refusal of a request that the parts behind would stumble over; null for every other. */
export function refusalOf({
  method = '',
  url = '',
  headers,
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): Refusal | null {
  if (!methods.includes(method)) {
    return { status: 405, title: 'Method not allowed', detail: `${method} is not one of ${methods.join(', ')}` }
  }
  if (!url.startsWith('/')) return badRequest('The address must begin with a slash')
  if (headers.host === undefined || !URL.canParse(`http://${headers.host}/`)) {
    return badRequest('The Host header is missing or is not a host')
  }
  const path = url.split('?', 1)[0] ?? ''
  try {
    if (decodeURIComponent(path).includes('\0')) return badRequest('The address holds a zero byte')
  } catch (error) {
    if (error instanceof URIError) return badRequest(`The address holds a broken percent escape: ${path.slice(0, 200)}`)
    throw error
  }
  return URL.canParse(`http://${headers.host}${url}`) ? null : badRequest('The address is not a URL')
}

/** Answers with the refusal (further members of the problem with it) as `application/problem+json` and closes the connection. */
export function refuse(
  response: ServerResponse,
  { status, title, detail, type = 'about:blank', ...more }: Refusal,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = JSON.stringify({ type, title, status, detail, ...more })
  response.writeHead(status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    Connection: 'close',
    ...(status === 405 ? { Allow: methods.join(', ') } : {}),
    ...headers,
  })
  response.end(body)
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { parseAccept } from 'hono/utils/accept'
import { type Encoding, encodings, type SharedPage } from './page'

/** The encoding a client wants, of those we have: the best one it accepts. Pure. */
export function encodingOf(accepted: string | undefined): Encoding {
  const weights = new Map(parseAccept(accepted ?? '').map(({ type, q }) => [type.toLowerCase(), q]))
  const takes = (encoding: Encoding) => (weights.get(encoding) ?? weights.get('*') ?? 0) > 0
  return encodings.find(takes) ?? 'identity'
}

/** Whether the client has what bears `tag` already. Pure. */
function hasAlready(sent: string | undefined, tag: string): boolean {
  return (sent ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag)
}

/** Sends a page in the encoding that the client wants, or says that the one it has is still the right one. The server has set the headers that every page has. */
export async function sendPage(request: IncomingMessage, response: ServerResponse, page: SharedPage): Promise<void> {
  const { vary, ...rest } = page.headers
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) response.setHeader(name, value)
  const varies = [response.getHeader('Vary'), vary, 'Accept-Encoding'].flatMap((names) =>
    String(names ?? '').split(','),
  )
  response.setHeader('Vary', [...new Set(varies.map((name) => name.trim()).filter(Boolean))].join(', '))
  response.setHeader('Content-Security-Policy', page.policy)
  const encoding = page.encoding(encodingOf(request.headers['accept-encoding']))
  if (page.tag !== null) {
    const tag = `"${page.tag}-${encoding}"`
    response.setHeader('ETag', tag)
    // A browser may keep it, and asks each time: what is sent goes by its cookies, so nobody in between may.
    response.setHeader('Cache-Control', 'private, no-cache')
    if (hasAlready(request.headers['if-none-match'], tag)) {
      response.writeHead(304).end()
      return
    }
  }
  const body = await page.body(encoding)
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
  response.writeHead(page.status, { 'Content-Length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

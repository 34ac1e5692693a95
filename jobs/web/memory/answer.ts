import type { IncomingMessage, ServerResponse } from 'node:http'
import { matchesTag } from '@/lib/api/answers/answer'
import { encodingOf } from '@/lib/api/answers/encoding'
import type { SharedPage } from './page'

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
    if (matchesTag(request.headers['if-none-match'], tag)) {
      response.writeHead(304).end()
      return
    }
  }
  const body = await page.body(encoding)
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
  response.writeHead(page.status, { 'Content-Length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer, Fault } from './types'

function send(response: ServerResponse, answer: Answer, headers: Record<string, string> = {}): void {
  response.writeHead(answer.status, { 'content-type': answer.type, ...headers })
  response.end(answer.body)
}

const halfOf = (answer: Answer) => Buffer.from(answer.body).subarray(0, Math.floor(Buffer.byteLength(answer.body) / 2))

/** Sends an answer the way a fault of the wire has it; as it is without one. */
export function sendWith(
  fault: Fault | null,
  answer: Answer,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  switch (fault?.kind) {
    case 'rate-limit': {
      const headers: Record<string, string> = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter }
      send(response, { status: 429, type: 'text/plain', body: 'Too Many Requests' }, headers)
      return
    }
    case 'html': {
      const { status = 200, title = 'Checking your browser' } = fault
      const body = `<!DOCTYPE html><html><head><title>${title}</title></head><body>${title}</body></html>`
      send(response, { status, type: 'text/html', body })
      return
    }
    case 'half-body':
      response.writeHead(answer.status, {
        'content-type': answer.type,
        'content-length': Buffer.byteLength(answer.body),
      })
      response.write(halfOf(answer), () => request.socket.destroy())
      return
    case 'cut-json':
      // Without a length the end of the connection is the end of the body: nothing but the JSON tells that it is cut.
      send(response, { ...answer, body: halfOf(answer).toString() })
      return
    case 'closed':
      request.socket.destroy()
      return
    case 'slow':
      setTimeout(() => send(response, answer), fault.ms).unref()
      return
    case 'stall':
      response.writeHead(answer.status, { 'content-type': answer.type })
      response.write(halfOf(answer))
      return
    case 'status':
      send(response, { status: fault.status, type: fault.type ?? 'text/plain', body: fault.body ?? '' })
      return
    case 'redirect':
      send(response, { status: 302, type: 'text/plain', body: '' }, { location: fault.location })
      return
    default:
      send(response, answer)
  }
}

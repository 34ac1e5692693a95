import { get, type IncomingMessage } from 'node:http'

/** One server-sent event. */
export interface Sent {
  readonly id: string
  readonly event: string
  readonly data: { status?: string; complete?: boolean; changes?: { topic: string; key: string }[] }
}

/** A reader of the stream that keeps what it was sent. */
export interface Reader {
  readonly response: IncomingMessage
  readonly events: Sent[]
  /** Of the changes it was told, `topic key`, in order. */
  readonly changes: () => string[]
  /** Resolves with the first event, past or to come, for which `is` holds. */
  waitFor(is: (event: Sent) => boolean, ms?: number): Promise<Sent>
  readonly ended: Promise<void>
  close(): void
}

const parsed = (block: string): Sent => {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? ''
  return { id: field('id'), event: field('event'), data: JSON.parse(field('data') || '{}') }
}

/** Opens the stream at `url`; resolves with its head. */
export function openReader(url: string, headers: Record<string, string> = {}): Promise<Reader> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers, agent: false }, (response) => {
      const events: Sent[] = []
      const waiting = new Set<(event: Sent) => void>()
      let rest = ''
      response.setEncoding('utf8')
      response.on('data', (text: string) => {
        const blocks = `${rest}${text}`.split('\n\n')
        rest = blocks.pop() ?? ''
        for (const block of blocks) {
          if (!/^event: /m.test(block)) continue
          const event = parsed(block)
          events.push(event)
          for (const look of waiting) look(event)
        }
      })
      const ended = new Promise<void>((done) => {
        response.on('close', done)
        response.on('error', () => done())
      })
      resolve({
        response,
        events,
        changes: () => events.flatMap(({ data }) => (data.changes ?? []).map(({ topic, key }) => `${topic} ${key}`)),
        waitFor: (is, ms = 5_000) =>
          new Promise((found, late) => {
            const known = events.find(is)
            if (known) return found(known)
            const timer = setTimeout(() => {
              waiting.delete(look)
              late(new Error(`not told within ${ms} ms; told: ${JSON.stringify(events)}`))
            }, ms)
            const look = (event: Sent) => {
              if (!is(event)) return
              clearTimeout(timer)
              waiting.delete(look)
              found(event)
            }
            waiting.add(look)
          }),
        ended,
        close: () => request.destroy(),
      })
    })
    request.on('error', reject)
  })
}

import { setTimeout as pause } from 'node:timers/promises'
import { type Listener, listener } from './listener'
import { type Tally, tally } from './tally'

/** Readers of data and of pages, an annotator, somebody who asks for refreshes, and listeners, all at work on several web processes at once. */
export interface Load {
  readonly tallies: readonly Tally[]
  /** Slugs of the events, and ids of the requests, that were answered as written. */
  readonly acknowledged: { readonly events: readonly string[]; readonly requests: readonly string[] }
  readonly listeners: readonly Listener[]
  /** Lets everybody finish. */
  stop(): Promise<void>
}

/** Longer than any answer may take: one that takes longer has failed. */
const patienceMs = 60_000

const reasonOf = (error: unknown): string => {
  const { cause, name } = error as { cause?: { code?: string }; name?: string }
  return cause?.code ?? name ?? 'unknown'
}

/** Sends a request and counts it; the answer, or null when there was none of 2xx. */
async function send(count: Tally, url: string, init: RequestInit = {}): Promise<unknown> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(patienceMs) })
    const text = await response.text()
    count.add(response.ok ? null : String(response.status))
    return response.ok ? text : null
  } catch (error) {
    count.add(reasonOf(error))
    return null
  }
}

/** Begins; requests go to `urls` in turn, those that write with `key`. */
export function startLoad(urls: readonly string[], key: string): Load {
  const [reads, pages, writes] = [tally('reads of data'), tally('pages'), tally('writes')]
  const acknowledged = { events: [] as string[], requests: [] as string[] }
  let stopped = false
  let turn = 0
  const next = () => urls[turn++ % urls.length]
  const every = async (ms: number, work: () => Promise<unknown>) => {
    while (!stopped) {
      await work()
      await pause(ms)
    }
  }
  const post = (path: string, body: unknown) =>
    send(writes, `${next()}/api/v1/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  let written = 0
  const annotate = async () => {
    const slug = `under-load-${++written}`
    const text = {
      title: slug,
      titleZh: slug,
      status: 'published',
      start: '2026-07-01',
      phase: 'after',
      text: '',
      textZh: '',
    }
    if ((await post('events', { slug, ...text, sourceName: 'load', listings: ['NVDA'] })) !== null)
      acknowledged.events.push(slug)
  }
  const ask = async () => {
    const answer = await post('requests', { kind: 'refresh', job: 'bars', listing: '688256.SS' })
    if (typeof answer === 'string') acknowledged.requests.push((JSON.parse(answer) as { id: string }).id)
  }
  const paths = ['/listings/NVDA/bars', '/listings/688256.SS/bars?adjust=total', '/listings/NVDA/revenue', '/listings']
  const loops = [
    ...paths.map((path) => every(40, () => send(reads, `${next()}/api/v1${path}`))),
    every(250, () => send(pages, `${next()}/`)),
    every(150, annotate),
    every(1_500, ask),
  ]
  const listeners = Array.from({ length: 8 }, (_, place) => listener(urls, place))
  return {
    tallies: [reads, pages, writes],
    acknowledged,
    listeners,
    stop: async () => {
      stopped = true
      await Promise.all(loops)
    },
  }
}

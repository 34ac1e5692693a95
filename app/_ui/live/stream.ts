import { seenCookie } from '@/lib/live/seenCookie'
import { remember } from '../theme/remember'

/** What has changed on the server: a topic, and which of it; an empty key is all of it. */
export interface Change {
  readonly topic: string
  readonly key: string
}

/**
 * `off`: there is no stream here, or nobody looks. `live`: changes come as they are committed. `degraded`: the server hears of them late. `lost`: no connection; it is tried
 * again and again.
 */
export type StreamState = 'off' | 'live' | 'degraded' | 'lost'

/** Told what has changed; null when that is not known and anything may have. */
type Heard = (changes: readonly Change[] | null) => void

/** The server sends a sign of life every 15 seconds: whoever hears none of two has no connection, whatever the browser believes. */
const silentMs = 40_000
/** A break shorter than this is not worth a word. */
const quietBreakMs = 4_000
const [firstWaitMs, longestWaitMs] = [2_000, 60_000]

const heard = new Set<Heard>()
const watchers = new Set<() => void>()
let state: StreamState = 'off'
let started = false
let source: EventSource | null = null
/** Where the page stands in the server's log of changes. */
let lastId = ''
let failures = 0
let silence: number | undefined
let again: number | undefined
let lost: number | undefined

function become(next: StreamState): void {
  if (next === 'live' || next === 'degraded' || next === 'off') {
    clearTimeout(lost)
    lost = undefined
  }
  if (next === state) return
  state = next
  for (const watcher of watchers) watcher()
}

/** Longer than a replica may be behind and still be read from. */
const seenSeconds = 60

/** Whatever is read next, wherever it is read for us, is to have what we were just told of. An id has a third part where that needs a word. */
function keepSeen(): void {
  if (/^\d+-\d+-\d+$/.test(lastId)) remember(seenCookie, lastId, seenSeconds)
}

const tell = (changes: readonly Change[] | null) => {
  keepSeen()
  for (const each of heard) each(changes)
}

function close(): void {
  clearTimeout(silence)
  clearTimeout(again)
  source?.close()
  source = null
}

/** No connection for now: said when it lasts. */
function missing(): void {
  lost ??= window.setTimeout(() => become('lost'), quietBreakMs)
}

function reopen(waitMs: number): void {
  close()
  missing()
  again = window.setTimeout(open, waitMs)
}

function alive({ lastEventId }: MessageEvent<string>): void {
  if (lastEventId) lastId = lastEventId
  clearTimeout(silence)
  silence = window.setTimeout(() => reopen(0), silentMs)
}

function open(): void {
  if (source || document.visibilityState === 'hidden') return
  clearTimeout(again)
  const opened = new EventSource(`/api/v1/live?since=${encodeURIComponent(lastId)}`)
  source = opened
  const on = (name: string, then: (data: Record<string, unknown>) => void) =>
    opened.addEventListener(name, (event) => {
      alive(event)
      then(JSON.parse(event.data))
    })
  const status = (data: Record<string, unknown>) => become(data.status === 'live' ? 'live' : 'degraded')
  on('ready', (data) => {
    failures = 0
    status(data)
    if (data.complete !== true) tell(null)
  })
  on('change', (data) => tell(data.changes as Change[]))
  on('status', status)
  on('beat', () => undefined)
  opened.onerror = () => {
    missing()
    // Refused (too many, or no server behind the proxy): the browser does not come back by itself then.
    if (opened.readyState === EventSource.CLOSED) {
      const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures++, 10))
      reopen(wait * (0.5 + Math.random() / 2))
    }
  }
}

/** A page that is not looked at hears of nothing; shown again it is told what it missed. */
function follow(): void {
  if (document.visibilityState === 'hidden') {
    close()
    become('off')
  } else open()
}

/** Opens the one stream of this tab, from where the server's log stood before the page was made; does so once. Without such a place there is no stream, and the page asks by itself. */
export function startStream(since: string | null): void {
  if (started || since === null || typeof EventSource === 'undefined') return
  started = true
  lastId = since
  document.addEventListener('visibilitychange', follow)
  // A page that the browser keeps to go back to must not keep a connection.
  window.addEventListener('pagehide', close)
  window.addEventListener('pageshow', follow)
  window.addEventListener('online', () => reopen(0))
  follow()
}

/** Calls back with every change; returns how to end that. */
export function hear(each: Heard): () => void {
  heard.add(each)
  return () => void heard.delete(each)
}

/** Calls back when the state changes; returns how to end that. */
export function watchStream(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}

export const streamState = (): StreamState => state

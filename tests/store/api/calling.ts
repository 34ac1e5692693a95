import type { Caller, Identify } from '@/lib/access/caller'
import { nobody } from '@/lib/access/caller'
import { createApi } from '@/lib/api/app'
import { now, type ProblemAnswer, type SeededApi, seededApi } from './seeded'

const callers: Readonly<Record<string, Caller>> = {
  viewer: { actor: 'vera@example.org', scopes: ['read'], userId: 'v', via: 'session' },
  annotator: { actor: 'anna@example.org', scopes: ['read', 'annotate'], userId: 'a', via: 'session' },
  admin: { actor: 'adam@example.org', scopes: ['read', 'annotate', 'admin'], userId: 'd', via: 'session' },
}

export type Answer = { status: number; body: Record<string, unknown> & Partial<ProblemAnswer> }

export interface CallingApi extends SeededApi {
  /** Sends JSON as one of `viewer`, `annotator`, `admin`, or as nobody (''). */
  readonly send: (method: string, path: string, body?: unknown, as?: string) => Promise<Answer>
}

/** The seeded app with callers of each role; `as` is who sends when nothing else is said. */
export async function callingApi(as: keyof typeof callers, at: () => Date = () => now): Promise<CallingApi> {
  const seeded = await seededApi()
  const identify: Identify = async (request) => callers[request.headers.get('x-test-caller') ?? ''] ?? nobody
  const api = createApi({ store: seeded.store, now: at, identify })
  return {
    ...seeded,
    api,
    send: async (method, path, body, who = as) => {
      const response = await api.request(`http://tidemark.test/api/v1${path}`, {
        method,
        headers: { 'x-test-caller': who, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      return { status: response.status, body: (await response.json()) as Answer['body'] }
    },
  }
}

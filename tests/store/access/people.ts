import type { Hasher } from '@/lib/access/hasher'
import { noLimits } from '@/lib/access/limits'
import { openAccess } from '@/lib/access/open'
import { type ApiDeps, createApi } from '@/lib/api/app'
import { makeSetupLink } from '@/lib/store/account/link'
import type { Role } from '@/lib/store/account/role'
import { contextAt, type FreshStore } from '../../database/fresh'

export const origin = 'http://tidemark.test'
export const password = 'a long enough secret 7'

/** A hash that costs nothing, and counts what is asked of it. */
export function countingHasher(): Hasher & { count: number } {
  const hasher = {
    count: 0,
    hash: async (plain: string) => {
      hasher.count++
      return `plain ${plain}`
    },
    verify: async (hash: string, plain: string) => {
      hasher.count++
      return hash === `plain ${plain}`
    },
  }
  return hasher
}

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: whatever the route answers
  readonly body: any
  readonly headers: Headers
  /** The cookies that the answer sets, as a browser sends them back. */
  readonly cookie: string
}

export interface Sending {
  readonly cookie?: string | undefined
  readonly key?: string | undefined
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly address?: string
}

/** The real app with its real access on a store, and people who use it. */
export function openPeople(
  store: FreshStore,
  now: () => Date,
  given: Partial<ApiDeps> & { publicReading?: boolean } = {},
) {
  const hasher = countingHasher()
  const { publicReading = true, ...deps } = given
  const access = openAccess({ store, secret: `${'x'.repeat(22)}abcdefghij`, hasher, publicReading })
  const api = createApi({ store, now, access, limits: noLimits, ...deps })

  async function send(method: string, path: string, sending: Sending = {}): Promise<Answer> {
    const { cookie, key, body, headers = {}, address = '203.0.113.7' } = sending
    const response = await api.request(
      `${origin}/api/v1${path}`,
      {
        method,
        headers: {
          ...(cookie ? { cookie, origin } : {}),
          ...(key ? { authorization: `Bearer ${key}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
      { address },
    )
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text
    const cookies = response.headers.getSetCookie().map((one) => one.split(';', 1)[0])
    return { status: response.status, body: json, headers: response.headers, cookie: cookies.join('; ') }
  }

  /** Makes the first admin by a set-up link; their cookie. */
  async function firstAdmin(email = 'ada@example.org'): Promise<string> {
    const { token } = await makeSetupLink(store, { ...contextAt(now().toISOString()), now: now() })
    const used = await send('POST', '/links/use', { body: { token, email, name: 'Ada', password } })
    if (used.status !== 200) throw new Error(`no admin: ${JSON.stringify(used.body)}`)
    return used.cookie
  }

  /** Has an admin invite somebody, who comes in; their cookie. */
  async function invited(admin: string, email: string, role: Role): Promise<string> {
    const made = await send('POST', '/accounts', { cookie: admin, body: { email, role } })
    const token = new URL(made.body.url).searchParams.get('token')
    const used = await send('POST', '/links/use', { body: { token, name: email.split('@')[0], password } })
    if (used.status !== 200) throw new Error(`not invited: ${JSON.stringify(used.body)}`)
    return used.cookie
  }

  return { access, api, hasher, send, firstAdmin, invited }
}

export type People = ReturnType<typeof openPeople>

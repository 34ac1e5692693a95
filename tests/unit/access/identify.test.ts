import { expect, test } from 'vitest'
import { sessionCookie } from '@/lib/access/cookie'
import { createIdentify } from '@/lib/access/identify'
import type { Store } from '@/lib/store/connection/store'

const secret = 'Vb1nq8Zs0Xc5Re7Tt2Yp4Lk6Jh9Gf3Dd'
const untouchable = { sql: () => Promise.reject(new Error('a query')) } as unknown as Store
const cookie = sessionCookie(secret, false)
const identify = createIdentify({ store: untouchable, cookie, publicReading: true })
const ask = (headers: Record<string, string>) => identify({ headers: new Headers(headers) }, new Date())

test.each([
  [{}],
  [{ cookie: 'tidemark-language=zh; theme=dark' }],
  [{ cookie: 'tidemark.session_token=abc' }],
  [{ cookie: `tidemark.session_token=abc.${Buffer.alloc(32).toString('base64')}` }],
  [{ authorization: 'Basic YTpi' }],
])('a reader with %j costs no query', async (headers) => {
  expect(await ask(headers)).toMatchObject({ via: 'nobody', scopes: ['read'] })
})

test('what cannot be a key is refused without a query, what may be one is looked for', async () => {
  expect(await ask({ authorization: 'Bearer abc' })).toMatchObject({ via: 'refused', scopes: [] })
  await expect(ask({ authorization: 'bearer tm_abc' })).rejects.toThrow('a query')
  const signed = (await cookie.write('token')).split(';', 1)[0] ?? ''
  await expect(ask({ cookie: signed })).rejects.toThrow('a query')
})

import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { cookieOf } from './people'

const place = { url: inject('siteUrl'), databaseUrl: inject('siteDatabaseUrl') }
let cookie = ''
beforeAll(async () => {
  cookie = await cookieOf(place, 'admin')
})

/** What stands for a part of an address that names a thing, by the folder it is in. */
const examples: Readonly<Record<string, string>> = {
  'events/[slug]': 'events/deepseek-ue8m0',
  'claims/[slug]': 'claims/cambricon-up-nearly-500-percent',
  'milestones/[slug]': 'milestones/ascend-950pr',
  'listings/[symbol]': 'listings/688256.SS',
  'quarantine/[id]': 'quarantine/1',
}

/** The address of every page, from its file. */
const pages = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('page.tsx'))
  .map((file) => `/${file.replaceAll('\\', '/')}`.replace(/\/\([^)]*\)|\/page\.tsx$/g, ''))
  .map((path) => Object.entries(examples).reduce((text, [form, example]) => text.replace(form, example), path) || '/')
  .sort()

const embeds = pages.filter((path) => path.startsWith('/embed/'))
const others = pages.filter((path) => !path.startsWith('/embed/'))

async function headersOf(path: string, init: RequestInit = {}) {
  const response = await fetch(place.url + path, { redirect: 'manual', ...init })
  const { headers, status } = response
  await response.arrayBuffer()
  const policy = Object.fromEntries(
    (headers.get('content-security-policy') ?? '').split('; ').map((directive) => directive.split(/ (.*)/s, 2)),
  ) as Record<string, string | undefined>
  return { status, headers, policy, nonce: /'nonce-([^']+)'/.exec(policy['script-src'] ?? '')?.[1] }
}

/** The ways in, and what is for members: made for one reader also where nobody is signed in. */
const personal = /^\/(account|admin|invite|reset|setup|sign-in)(\/|$)/

/** What protects a page, whoever asks for it. */
const everyPage = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-powered-by': null,
}
const named = (headers: Headers, names: object) =>
  Object.fromEntries(Object.keys(names).map((name) => [name, headers.get(name)]))

/** A page that is made for one reader has a number used once; one that many are sent has the hashes of what is written in it, and nothing else. */
function expectPolicy({ policy, nonce }: Awaited<ReturnType<typeof headersOf>>, ancestors: string, own: boolean): void {
  if (own) {
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/)
    expect(policy['script-src']).toBe(`'self' 'nonce-${nonce}' 'strict-dynamic'`)
  } else expect(policy['script-src']).toMatch(/^'self'( 'sha256-[A-Za-z0-9+/]{43}=')+$/)
  expect(policy).toMatchObject({
    'default-src': "'self'",
    'style-src-attr': "'unsafe-inline'",
    'connect-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': ancestors,
  })
  // Attributes of style alone: they carry positions and widths that only a script or the server knows, and cannot run anything.
  const { 'style-src-attr': _, ...rest } = policy
  expect(JSON.stringify(rest)).not.toMatch(/unsafe-(inline|eval)/)
}

test('every page is looked at, and every one that names a thing has an example', () => {
  expect(pages.length).toBeGreaterThanOrEqual(24)
  expect(pages.filter((path) => path.includes('['))).toEqual([])
})

describe.each([false, true])('signed in: %s', (signedIn) => {
  test.each(others)(
    '%s is protected, may be framed by nobody, and is given to nobody else by a cache',
    async (path) => {
      const answer = await headersOf(path, signedIn ? { headers: { cookie } } : {})
      expect([200, 307, 404]).toContain(answer.status)
      expect(named(answer.headers, everyPage)).toEqual(everyPage)
      const own = signedIn || personal.test(path)
      expectPolicy(answer, "'none'", own)
      expect(answer.headers.get('x-frame-options')).toBe('DENY')
      // A browser may keep what everybody gets, and asks each time whether it is still right.
      const asked = !own && answer.status === 200
      expect(answer.headers.get('cache-control')).toMatch(asked ? /^private, no-cache$/ : /\bprivate\b.*\bno-store\b/)
    },
  )
})

test.each(embeds)('%s is protected, and may be framed by the origins of the settings', async (path) => {
  const answer = await headersOf(path)
  expect(answer.status).toBe(200)
  expect(named(answer.headers, everyPage)).toEqual(everyPage)
  expectPolicy(answer, inject('embedOrigin'), false)
  expect(answer.headers.get('x-frame-options')).toBeNull()
})

test('no two answers have the same number for their scripts', async () => {
  const own = async () => (await headersOf('/claims', { headers: { cookie } })).nonce
  const nonces = await Promise.all(Array.from({ length: 10 }, own))
  expect(new Set(nonces).size).toBe(10)
})

test.each(['/board.csv', '/board.json', '/claims.csv', '/icon.svg', '/han-blank.woff', '/nowhere', '/favicon.ico'])(
  '%s says what it is, and is no page of others',
  async (path) => {
    const { headers, policy } = await headersOf(path)
    expect(named(headers, everyPage)).toEqual(everyPage)
    expect(policy['frame-ancestors']).toBe("'none'")
    expect(headers.get('content-type')).toBeTruthy()
  },
)

test.each([
  '/api/v1/listings',
  '/api/v1/events',
  '/api/v1/session',
  '/api/v1/openapi.json',
  '/api/v1/nowhere',
  '/api/v1/audit',
  '/healthz',
])(
  '%s answers data that no browser shows as a page, and tells an unknown reader nothing of its server',
  async (path) => {
    const { headers } = await headersOf(path)
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect([headers.get('x-powered-by'), headers.get('server')]).toEqual([null, null])
  },
)

test.each(['/api/v1/session', '/api/v1/account', '/api/v1/keys', '/api/v1/accounts', '/api/v1/audit'])(
  '%s is kept by no shared cache for whoever is signed in',
  async (path) => {
    const { headers, status } = await headersOf(path, { headers: { cookie } })
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toMatch(/no-store|\bprivate\b/)
  },
)

test('the cookie of who is signed in is out of reach of scripts and is not sent by other sites', async () => {
  const answer = await fetch(`${place.url}/api/v1/session`, {
    method: 'DELETE',
    headers: { cookie, origin: place.url },
  })
  const [forgotten = ''] = answer.headers.getSetCookie()
  expect(forgotten).toMatch(/HttpOnly/i)
  expect(forgotten).toMatch(/SameSite=Lax/i)
  cookie = await cookieOf(place, 'admin')
})

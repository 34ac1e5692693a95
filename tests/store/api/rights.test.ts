import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertSignIn } from '@/lib/store/account/signIn'
import { contextAt } from '../../database/fresh'
import { openPeople, type People } from '../access/people'
import { now, type SeededApi, seededApi } from './seeded'

/**
 * What each operation needs. `open`: nothing, also where reading needs a sign-in. `session …`: somebody who is signed in by a browser; a key is not enough.
 * An operation that is added is added here, by hand, with what it is meant to need.
 */
const needs = {
  'get /healthz': 'open',
  'get /readyz': 'open',
  'get /api/v1/openapi.json': 'open',
  'get /api/v1/session': 'open',
  'post /api/v1/session': 'open',
  'delete /api/v1/session': 'open',
  'post /api/v1/session/passkey/options': 'open',
  'post /api/v1/session/passkey': 'open',
  'post /api/v1/links/look': 'open',
  'post /api/v1/links/use': 'open',

  'get /api/v1/listings': 'read',
  'get /api/v1/listings/{symbol}': 'read',
  'get /api/v1/listings/{symbol}/actions': 'read',
  'get /api/v1/listings/{symbol}/bars': 'read',
  'get /api/v1/listings/{symbol}/bars/{year}': 'read',
  'get /api/v1/listings/{symbol}/indicators': 'read',
  'get /api/v1/listings/{symbol}/missing': 'read',
  'get /api/v1/listings/{symbol}/refreshes': 'read',
  'get /api/v1/listings/{symbol}/revenue': 'read',
  'get /api/v1/listings/{symbol}/valuation': 'read',
  'get /api/v1/listings/{symbol}/years': 'read',
  'get /api/v1/compare': 'read',
  'get /api/v1/events': 'read',
  'get /api/v1/events/{slug}': 'read',
  'get /api/v1/events/{slug}/study': 'read',
  'get /api/v1/studies': 'read',
  'get /api/v1/claims': 'read',
  'get /api/v1/claims/{slug}': 'read',
  'get /api/v1/milestones': 'read',
  'get /api/v1/milestones/{slug}': 'read',
  'get /api/v1/export/events': 'read',
  'get /api/v1/export/claims': 'read',
  'get /api/v1/export/milestones': 'read',
  'get /api/v1/topics': 'read',
  'get /api/v1/filings': 'read',
  'get /api/v1/search': 'read',
  'get /api/v1/rates': 'read',
  'get /api/v1/feeds': 'read',
  'get /api/v1/series': 'read',
  'get /api/v1/runs': 'read',
  'get /api/v1/schedule': 'read',
  'get /api/v1/listings/{symbol}/quote': 'read',
  'get /api/v1/live': 'read',
  'get /api/v1/signals': 'read',
  'get /api/v1/rules': 'read',
  'get /api/v1/rules/{slug}': 'read',
  'get /api/v1/rules/{slug}/backtest': 'read',
  'get /api/udf/config': 'read',
  'get /api/udf/time': 'read',
  'get /api/udf/symbols': 'read',
  'get /api/udf/symbol_info': 'read',
  'get /api/udf/search': 'read',
  'get /api/udf/history': 'read',
  'get /api/udf/marks': 'read',
  'get /api/udf/timescale_marks': 'read',
  'get /api/udf/quotes': 'read',
  'get /feeds/events.atom': 'read',
  'get /feeds/events.json': 'read',
  'get /feeds/signals.atom': 'read',
  'get /feeds/signals.json': 'read',
  'get /feeds/calendar.ics': 'read',

  'post /api/v1/events': 'annotate',
  'patch /api/v1/events/{slug}': 'annotate',
  'delete /api/v1/events/{slug}': 'annotate',
  'post /api/v1/events/preview': 'annotate',
  'post /api/v1/claims': 'annotate',
  'patch /api/v1/claims/{slug}': 'annotate',
  'delete /api/v1/claims/{slug}': 'annotate',
  'post /api/v1/claims/preview': 'annotate',
  'post /api/v1/milestones': 'annotate',
  'patch /api/v1/milestones/{slug}': 'annotate',
  'delete /api/v1/milestones/{slug}': 'annotate',
  'post /api/v1/import/events': 'annotate',
  'post /api/v1/import/claims': 'annotate',
  'post /api/v1/import/milestones': 'annotate',
  'post /api/v1/listings': 'admin',
  'patch /api/v1/listings/{symbol}': 'admin',
  'delete /api/v1/listings/{symbol}': 'admin',
  'get /api/v1/requests': 'admin',
  'get /api/v1/requests/{id}': 'admin',
  'post /api/v1/requests': 'admin',
  'get /api/v1/audit': 'annotate',
  'get /api/v1/audit/{id}': 'annotate',
  'post /api/v1/audit/{id}/undo': 'annotate',

  'post /api/v1/rules': 'admin',
  'patch /api/v1/rules/{slug}': 'admin',
  'delete /api/v1/rules/{slug}': 'admin',
  'post /api/v1/rules/preview': 'admin',
  'get /api/v1/quarantine': 'admin',
  'get /api/v1/quarantine/{id}': 'admin',
  'get /api/v1/quarantine/{id}/adjusted': 'admin',
  'post /api/v1/quarantine/{id}/release': 'admin',
  'post /api/v1/quarantine/{id}/reject': 'admin',
  'post /api/v1/quarantine/bulk': 'admin',

  'get /api/v1/account': 'session read',
  'patch /api/v1/account': 'session read',
  'post /api/v1/account/password': 'session read',
  'delete /api/v1/account/sessions': 'session read',
  'delete /api/v1/account/sessions/{id}': 'session read',
  'post /api/v1/account/passkeys/options': 'session read',
  'post /api/v1/account/passkeys': 'session read',
  'delete /api/v1/account/passkeys/{id}': 'session read',
  'get /api/v1/keys': 'session read',
  'post /api/v1/keys': 'session read',
  'delete /api/v1/keys/{id}': 'session read',
  'get /api/v1/alerts': 'session read',
  'post /api/v1/alerts': 'session read',
  'patch /api/v1/alerts/{id}': 'session read',
  'delete /api/v1/alerts/{id}': 'session read',
  'post /api/v1/alerts/{id}/test': 'session read',
  'get /api/v1/deliveries': 'session read',
  'get /api/v1/accounts': 'session admin',
  'post /api/v1/accounts': 'session admin',
  'patch /api/v1/accounts/{id}': 'session admin',
  'post /api/v1/accounts/{id}/reset': 'session admin',
  'delete /api/v1/accounts/{id}/sessions': 'session admin',
  'delete /api/v1/links/{id}': 'session admin',
} as const satisfies Record<string, 'open' | Scope | `session ${Scope}`>

type Scope = 'read' | 'annotate' | 'admin'
type Operation = keyof typeof needs

interface Tried {
  /** What they may do by the table of roles and keys, told here once more. */
  readonly may: readonly Scope[]
  readonly by: 'nothing' | 'session' | 'key' | 'bad key'
  proof(): Promise<{ readonly cookie?: string; readonly key?: string }>
}

const day = 86_400_000
let seeded: SeededApi
let people: People
let callers: Readonly<Record<string, Tried>>

async function keyOf(cookie: string, scope: Scope): Promise<{ id: string; key: string }> {
  const { body } = await people.send('POST', '/keys', { cookie, body: { name: `${scope} key`, scope } })
  return body
}

beforeAll(async () => {
  seeded = await seededApi()
  const { store } = seeded
  // What may be read does not depend on how much there is, and long studies would be made anew for each caller.
  await store.sql`DELETE FROM bar WHERE session < '2026-06-01'`
  people = openPeople(store, () => now)
  const { access, send } = people
  const ada = await people.firstAdmin()
  await people.invited(ada, 'vera@example.org', 'viewer')
  await people.invited(ada, 'anna@example.org', 'annotator')
  const demoted = await people.invited(ada, 'dora@example.org', 'admin')
  const former = await people.invited(ada, 'fred@example.org', 'annotator')
  const accounts: { id: string; email: string; version: number }[] = (await send('GET', '/accounts', { cookie: ada }))
    .body.items
  const accountOf = (name: string) =>
    accounts.find(({ email }) => email === `${name}@example.org`) ?? { id: '', version: 0 }

  // A browser of its own for each request: some of them end it.
  const signedIn = async (name: string, at = now) => {
    const ctx = { ...contextAt(at.toISOString()), now: at }
    const token = await insertSignIn(store.sql, ctx, accountOf(name).id, { address: null, userAgent: null })
    return { cookie: (await access.cookie.write(token)).split(';', 1)[0] ?? '' }
  }
  const [read, annotate, admin, revoked, expired] = await Promise.all([
    ...(['read', 'annotate', 'admin', 'admin', 'admin'] as const).map((scope) => keyOf(ada, scope)),
  ])
  await send('DELETE', `/keys/${revoked?.id}`, { cookie: ada })
  await store.sql`UPDATE api_key SET expires_at = ${now} WHERE id = ${expired?.id ?? ''}`
  const [demotedKey, formerKey] = [await keyOf(demoted, 'admin'), await keyOf(former, 'annotate')]
  const change = (name: string, body: object) =>
    send('PATCH', `/accounts/${accountOf(name).id}`, {
      cookie: ada,
      body: { version: accountOf(name).version, ...body },
    })
  await change('dora', { role: 'viewer' })
  await change('fred', { disabled: true })

  const all = ['read', 'annotate', 'admin'] as const
  const byKey = (may: readonly Scope[], key: string | undefined, by: Tried['by'] = 'key'): Tried => ({
    ...{ may, by, proof: async () => ({ key: key ?? '' }) },
  })
  callers = {
    nobody: { may: ['read'], by: 'nothing', proof: async () => ({}) },
    viewer: { may: ['read'], by: 'session', proof: () => signedIn('vera') },
    annotator: { may: ['read', 'annotate'], by: 'session', proof: () => signedIn('anna') },
    admin: { may: all, by: 'session', proof: () => signedIn('ada') },
    'expired session': {
      may: ['read'],
      by: 'nothing',
      proof: () => signedIn('ada', new Date(now.getTime() - 15 * day)),
    },
    'session of a disabled account': { may: ['read'], by: 'nothing', proof: () => signedIn('fred') },
    'cookie signed by another': {
      may: ['read'],
      by: 'nothing',
      proof: async () => forged((await signedIn('ada')).cookie),
    },
    'read key of an admin': byKey(['read'], read?.key),
    'annotate key of an admin': byKey(['read', 'annotate'], annotate?.key),
    'admin key': byKey(all, admin?.key),
    'admin key of one who is a viewer now': byKey(['read'], demotedKey.key),
    'revoked key': byKey([], revoked?.key, 'bad key'),
    'expired key': byKey([], expired?.key, 'bad key'),
    'key of a disabled account': byKey([], formerKey.key, 'bad key'),
    'unknown key': byKey([], `tm_${'A'.repeat(43)}`, 'bad key'),
  }
})
afterAll(() => seeded.store.close())

function forged(cookie: string): { cookie: string } {
  const signed = decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1))
  const wrong = `${signed.slice(0, signed.lastIndexOf('.'))}.${Buffer.alloc(32).toString('base64')}`
  return { cookie: `${cookie.slice(0, cookie.indexOf('='))}=${encodeURIComponent(wrong)}` }
}

/** The status of a refusal, or null when the operation is to be let through. */
function refusal(operation: Operation, { by, may }: Tried, publicReading: boolean): 401 | 403 | null {
  if (by === 'bad key') return 401
  const [how, scope] = needs[operation].startsWith('session ')
    ? ['session', needs[operation].slice(8)]
    : ['any', needs[operation]]
  const unknown = by === 'nothing'
  if (scope === 'open') return null
  if (unknown) return how === 'any' && scope === 'read' && publicReading ? null : 401
  if (how === 'session' && by !== 'session') return 403
  return may.includes(scope as Scope) ? null : 403
}

/** A path of an operation that names things that are there for reading, and nothing that a write could change. */
function pathOf(operation: Operation): string {
  const [method = '', path = ''] = operation.split(' ')
  const slug =
    method !== 'get' ? 'no-such-thing' : path.includes('claims') ? 'cambricon-half-year-growth' : 'deepseek-ue8m0'
  const filled = path.replace('{symbol}', 'NVDA').replace('{slug}', slug).replace('{id}', '999999')
  return method === 'delete' && path.includes('{slug}') ? `${filled}?version=1` : filled
}

async function operationsServed(): Promise<string[]> {
  const { paths } = (await (await people.api.request('/api/v1/openapi.json')).json()) as {
    paths: Record<string, object>
  }
  const documented = Object.entries(paths).flatMap(([path, of]) => Object.keys(of).map((method) => `${method} ${path}`))
  const routed = people.api.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`)
  return [...new Set([...documented, ...routed])].sort()
}

test('every operation that is served is in the table, and nothing else is', async () => {
  expect(await operationsServed()).toEqual(Object.keys(needs).sort())
})

test('the document says of each operation what the table says', async () => {
  const { paths } = (await (await people.api.request('/api/v1/openapi.json')).json()) as {
    paths: Record<string, Record<string, { 'x-scope'?: string }>>
  }
  for (const [operation, need] of Object.entries(needs)) {
    const [method = '', path = ''] = operation.split(' ')
    if (need === 'open' || need === 'read') continue
    expect([operation, paths[path]?.[method]?.['x-scope']]).toEqual([operation, need])
  }
})

/** Whether a table operation answers a method at a concrete path. */
function isServed(method: string, path: string): boolean {
  return Object.keys(needs).some((operation) => {
    const [served = '', template = ''] = operation.split(' ')
    return served === method && new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path)
  })
}

test('methods that no route has are refused as such, whoever asks', async () => {
  for (const template of new Set(Object.keys(needs).map((operation) => operation.split(' ')[1] ?? ''))) {
    const path = template.replace(/\{\w+\}/g, '999999')
    for (const method of ['get', 'post', 'put', 'patch', 'delete'].filter((one) => !isServed(one, path))) {
      const { status } = await people.api.request(path, { method: method.toUpperCase() })
      expect([method, path, status]).toEqual([method, path, 405])
    }
  }
})

describe.each([
  ['public', true],
  ['not public', false],
])('where reading is %s', (_, publicReading) => {
  let asked: People
  beforeAll(() => {
    asked = openPeople(seeded.store, () => now, { publicReading })
  })

  test.each(Object.keys(needs) as Operation[])('%s', async (operation) => {
    const entries = async () => (await seeded.store.sql`SELECT id FROM audit_entry`).length
    for (const [name, caller] of Object.entries(callers)) {
      const { cookie, key } = await caller.proof()
      const before = await entries()
      const method = operation.split(' ')[0]?.toUpperCase() ?? ''
      const response = await asked.api.request(`http://tidemark.test${pathOf(operation)}`, {
        method,
        headers: {
          ...(cookie ? { cookie, origin: 'http://tidemark.test' } : {}),
          ...(key ? { authorization: `Bearer ${key}` } : {}),
          ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
        },
        ...(method === 'POST' || method === 'PATCH' ? { body: '{}' } : {}),
      })
      await response.text()
      const wanted = refusal(operation, caller, publicReading)
      const { status } = response
      if (wanted !== null) {
        expect({ name, status }).toEqual({ name, status: wanted })
        expect({ name, written: (await entries()) - before }).toEqual({ name, written: 0 })
      } else {
        // The app itself has no stream: the web server answers it, and asks who may read (tests/unit/start).
        if (operation === 'get /api/v1/live' && status === 503) continue
        // What is sent here is empty or names nothing: it is looked at, and refused for what it is.
        expect({ name, status, through: status < 500 && status !== 401 && status !== 403 }).toMatchObject({
          name,
          through: true,
        })
      }
    }
  })
})

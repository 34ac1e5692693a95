import { afterAll, beforeAll, expect, test } from 'vitest'
import { senderOf } from '@/jobs/worker/alerts'
import { type Caller, nobody } from '@/lib/access/caller'
import { createApi } from '@/lib/api/app'
import { listAudit } from '@/lib/store/audit/list'
import { now, type SeededApi, seededApi } from '../api/seeded'

let seeded: SeededApi
let api: ReturnType<typeof createApi>
beforeAll(async () => {
  seeded = await seededApi()
  for (const id of ['vera', 'otto']) {
    await seeded.store.prisma.user.create({ data: { id, name: id, email: `${id}@example.org` } })
  }
  const callerOf = (id: string | null): Caller =>
    id === null
      ? nobody
      : { actor: `${id}@example.org`, scopes: ['read'], userId: id, via: 'session', signIn: { id: 's', tokenAt: now } }
  api = createApi({
    store: seeded.store,
    now: () => now,
    identify: async ({ headers }) => callerOf(headers.get('x-test-user')),
  })
})
afterAll(() => seeded.store.close())

async function send(method: string, path: string, { as = 'vera', body }: { as?: string; body?: object } = {}) {
  const response = await api.request(`http://tidemark.test/api/v1${path}`, {
    method,
    headers: { ...(as && { 'x-test-user': as }), 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  // biome-ignore lint/suspicious/noExplicitAny: answers of several routes
  return { status: response.status, body: (await response.json()) as any }
}

test('an account makes, changes, tries out and deletes its own alerts, and sees nobody else’s', async () => {
  const target = 'https://hooks.example.org/tidemark'
  const added = await send('POST', '/alerts', {
    body: { name: 'Moves', channel: 'webhook', target, listings: ['NVDA'] },
  })
  expect(added.status).toBe(201)
  expect(added.body.secret).toMatch(/^whsec_.{40,}/)
  const { id } = added.body.alert
  expect(JSON.stringify((await send('GET', '/alerts')).body)).not.toContain('whsec_')
  expect((await send('GET', '/alerts')).body.items).toMatchObject([
    { id, name: 'Moves', options: { pendingMinutes: 0 } },
  ])
  expect((await send('GET', '/alerts', { as: 'otto' })).body.items).toEqual([])
  for (const [method, path, body] of [
    ['PATCH', `/alerts/${id}`, { version: 1, enabled: false }],
    ['DELETE', `/alerts/${id}`, undefined],
    ['POST', `/alerts/${id}/test`, undefined],
  ] as const) {
    expect((await send(method, path, { as: 'otto', body })).status).toBe(404)
    expect((await send(method, path, { as: '', body })).status).toBe(401)
  }
  expect((await send('PATCH', `/alerts/${id}`, { body: { version: 1, options: { noData: true } } })).body.version).toBe(
    2,
  )
  expect((await send('PATCH', `/alerts/${id}`, { body: { version: 1, name: 'Late' } })).status).toBe(409)
  expect((await send('POST', `/alerts/${id}/test`)).status).toBe(202)
  expect((await send('GET', '/deliveries')).body.items).toMatchObject([
    { kind: 'test', state: 'waiting', alertName: 'Moves' },
  ])
  expect((await send('DELETE', `/alerts/${id}`)).body).toEqual({ deleted: id })
  const trail = await listAudit(seeded.store.sql, { entity: 'alert', key: id })
  expect(trail.map(({ action }) => action)).toEqual(['delete', 'test', 'update', 'create'])
})

test.each([
  [{ channel: 'webhook', target: 'http://hooks.example.org' }, 'target'],
  [{ channel: 'webhook', target: 'https://me:secret@hooks.example.org' }, 'target'],
  [{ channel: 'email', target: 'hooks.example.org' }, 'target'],
  [{ channel: 'email', target: 'vera@example.org', rules: ['nowhere'] }, 'rules'],
])('%j is refused and names its field', async (body, field) => {
  const refused = await send('POST', '/alerts', { body: { name: 'Wrong', ...body } })
  expect([refused.status, refused.body.parameter]).toEqual([400, field])
})

test('nobody has alerts', async () => {
  for (const path of ['/alerts', '/deliveries']) expect((await send('GET', path, { as: '' })).status).toBe(401)
})

test('mail has a sender, whatever is set', () => {
  const site = 'https://tidemark.example'
  expect(senderOf('smtp://anna%40example.org:secret@mail.example', site)).toBe('anna@example.org')
  expect(senderOf('smtp://user:secret@mail.example?from=alerts@example.org', site)).toBe('alerts@example.org')
  expect(senderOf('smtp://mail.example', site)).toBe('tidemark@tidemark.example')
})

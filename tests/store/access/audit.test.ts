import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSetupLink } from '@/lib/store/account/link'
import { listingBySymbol } from '@/lib/store/listing/list'
import { holdRows } from '@/lib/store/quarantine/hold'
import { contextAt } from '../../database/fresh'
import { type SeededApi, seededApi } from '../api/seeded'
import { softAuthenticator } from './authenticator'
import { type Answer, openPeople, type People, password, type Sending } from './people'

const page = 'http://localhost'
const secret = 'violet otter 9 lamps'
let seeded: SeededApi
let people: People
beforeAll(async () => {
  seeded = await seededApi()
  people = openPeople(seeded.store, () => new Date(), { publicUrl: page })
})
afterAll(() => seeded.store.close())

/** What changes nothing that lasts: questions, and looking at a link. */
const writesNothing = [
  'post /api/v1/links/look',
  'post /api/v1/session/passkey/options',
  'post /api/v1/account/passkeys/options',
  'post /api/v1/events/preview',
  'post /api/v1/claims/preview',
  'post /api/v1/rules/preview',
]

/** Bars that wait in quarantine; their ids. */
async function heldBars(sessions: readonly string[]): Promise<bigint[]> {
  const { sql } = seeded.store
  const listing = await listingBySymbol(sql, '688256.SS')
  const price = { open: '1300', high: '1310', low: '1290', close: '1305', volume: '1000' }
  const rows = sessions.map((session) => ({
    ...{ entity: 'bar' as const, key: session, reason: 'a test' },
    payload: {
      ...{ session, ...price, asTraded: true, settled: true, feedSymbol: '688256.SS' },
      ...{ asOf: `${session}T07:00:00.000Z`, fetchedAt: `${session}T09:00:00.000Z` },
    },
  }))
  await holdRows(sql, contextAt('2026-07-29T00:00:00Z'), rows, { feed: 'yahoo', listingId: listing?.id ?? null })
  return (await sql<{ id: bigint }[]>`SELECT id FROM quarantine WHERE state = 'held' ORDER BY row_key`).map(
    ({ id }) => id,
  )
}

const claim = {
  ...{ slug: 'said', statement: 'It rose.', statementZh: '上涨了。', kind: 'not-checkable', statedOn: '2025-09-19' },
  ...{ sourceName: 'A paper', parameters: { needs: 'A figure.', needsZh: '需要数字。' } },
}
const milestone = { slug: 'chip', title: 'A chip', titleZh: '芯片', topic: 'ascend-970', sourceName: 'A paper' }

const done: string[] = []

/** Sends a change that must succeed, and leave exactly one entry of the audit, of this action and entity. */
async function write(
  operation: string,
  entry: string,
  sending: Sending & { readonly path?: string } = {},
): Promise<Answer> {
  const { store } = seeded
  const [method = '', template = ''] = operation.split(' ')
  const [{ last } = { last: 0n }] = await store.sql<
    { last: bigint }[]
  >`SELECT coalesce(max(id), 0) AS last FROM audit_entry`
  const headers = { origin: page }
  const answer = await people.send(method.toUpperCase(), sending.path ?? template, { ...sending, headers })
  expect({ operation, status: answer.status, body: answer.status < 300 || answer.body }).toMatchObject({ body: true })
  const entries =
    await store.sql`SELECT action || ' ' || entity AS entry FROM audit_entry WHERE id > ${String(last)}::bigint`
  expect({ operation, entries: entries.map((one) => one.entry) }).toEqual({ operation, entries: [entry] })
  done.push(`${method} /api/v1${template}`)
  return answer
}

async function question(path: string, cookie?: string): Promise<Answer> {
  return people.send('POST', path, { cookie, headers: { origin: page } })
}

test('every change that succeeds leaves exactly one entry of the audit', async () => {
  const { token } = await makeSetupLink(seeded.store, contextAt(new Date().toISOString()))
  const body = { token, email: 'ada@example.org', name: 'Ada', password }
  const { cookie: ada } = await write('post /links/use', 'create account', { body })
  const as = (rest: Sending & { path?: string } = {}) => ({ cookie: ada, ...rest })
  await write('patch /account', 'update account', as({ body: { name: 'Ada L.' } }))
  await write('post /account/password', 'change-password account', as({ body: { current: password, next: secret } }))
  const other = await write('post /session', 'sign-in sign-in', {
    body: { email: 'ada@example.org', password: secret },
  })
  const third = await write('post /session', 'sign-in sign-in', {
    body: { email: 'ada@example.org', password: secret },
  })
  await write('post /session', 'sign-in sign-in', { body: { email: 'ada@example.org', password: secret } })
  const { sessions } = (await people.send('GET', '/account', { cookie: other.cookie, headers: { origin: page } })).body
  const own = sessions.find(({ current }: { current: boolean }) => current)
  await write('delete /account/sessions/{id}', 'end sign-in', as({ path: `/account/sessions/${own.id}` }))
  await write('delete /session', 'sign-out sign-in', { cookie: third.cookie })
  await write('delete /account/sessions', 'end sign-in', as())

  const { body: key } = await write('post /keys', 'create key', as({ body: { name: 'ci', scope: 'annotate' } }))
  await write('delete /keys/{id}', 'revoke key', as({ path: `/keys/${key.id}` }))

  const phone = softAuthenticator(page, 'localhost')
  const asked = await question('/account/passkeys/options', ada)
  const passkey = { name: 'a phone', response: phone.make(asked.body.challenge) }
  const added = await write('post /account/passkeys', 'add passkey', {
    cookie: `${ada}; ${asked.cookie}`,
    body: passkey,
  })
  const proof = await question('/session/passkey/options')
  const response = phone.prove(proof.body.challenge)
  await write('post /session/passkey', 'sign-in sign-in', { cookie: proof.cookie, body: { response } })
  const [{ id: passkeyId }] = added.body.items
  await write('delete /account/passkeys/{id}', 'remove passkey', as({ path: `/account/passkeys/${passkeyId}` }))

  const invitation = { email: 'vera@example.org', role: 'viewer' }
  const withdrawn = await write('post /accounts', 'create link', as({ body: invitation }))
  await write('delete /links/{id}', 'withdraw link', as({ path: `/links/${withdrawn.body.id}` }))
  await people.invited(ada, 'vera@example.org', 'viewer')
  const { items } = (await people.send('GET', '/accounts', { cookie: ada, headers: { origin: page } })).body
  const { id, version } = items.find(({ email }: { email: string }) => email === 'vera@example.org')
  await write('delete /accounts/{id}/sessions', 'end sign-in', as({ path: `/accounts/${id}/sessions` }))
  await write('post /accounts/{id}/reset', 'create link', as({ path: `/accounts/${id}/reset` }))
  await write(
    'patch /accounts/{id}',
    'update account',
    as({ path: `/accounts/${id}`, body: { role: 'admin', version } }),
  )

  const event = { slug: 'noted', title: 'A note', titleZh: '笔记', text: '', textZh: '', sourceName: 'A paper' }
  await write('post /events', 'create event', as({ body: { ...event, start: '2025-08-21T07:00Z' } }))
  await write(
    'patch /events/{slug}',
    'update event',
    as({ path: '/events/noted', body: { version: 1, title: 'Noted' } }),
  )
  await write('delete /events/{slug}', 'archive event', as({ path: '/events/noted?version=2' }))
  const [last] = await seeded.store.sql<{ id: bigint }[]>`SELECT max(id) AS id FROM audit_entry`
  await write('post /audit/{id}/undo', 'restore event', as({ path: `/audit/${last?.id}/undo`, body: { version: 3 } }))

  await write('post /claims', 'create claim', as({ body: claim }))
  await write(
    'patch /claims/{slug}',
    'update claim',
    as({ path: '/claims/said', body: { version: 1, statement: 'So.' } }),
  )
  await write('delete /claims/{slug}', 'archive claim', as({ path: '/claims/said?version=2' }))
  await write('post /milestones', 'create milestone', as({ body: milestone }))
  await write(
    'patch /milestones/{slug}',
    'update milestone',
    as({ path: '/milestones/chip', body: { version: 1, promised: '2027' } }),
  )
  await write('delete /milestones/{slug}', 'archive milestone', as({ path: '/milestones/chip?version=2' }))
  await write('post /listings', 'create listing', as({ body: { symbol: '0981.HK', name: 'SMIC', nameZh: '中芯国际' } }))
  await write(
    'patch /listings/{symbol}',
    'update listing',
    as({ path: '/listings/0981.HK', body: { version: 1, name: 'SMIC Corp.' } }),
  )
  await write('delete /listings/{symbol}', 'archive listing', as({ path: '/listings/0981.HK?version=2' }))
  await write('post /requests', 'create request', as({ body: { kind: 'refresh', listing: 'NVDA' } }))

  const rule = { name: 'A fall', nameZh: '下跌', kind: 'drawdown', parameters: {} }
  await write('post /rules', 'create rule', as({ body: { ...rule, slug: 'a-fall' } }))
  await write(
    'patch /rules/{slug}',
    'update rule',
    as({ path: '/rules/a-fall', body: { version: 1, name: 'A deep fall' } }),
  )
  await write('delete /rules/{slug}', 'archive rule', as({ path: '/rules/a-fall?version=2' }))
  const alert = { name: 'Post', channel: 'email', target: 'ada@example.org' }
  const made = (await write('post /alerts', 'create alert', as({ body: alert }))).body.alert
  await write('post /alerts/{id}/test', 'test alert', as({ path: `/alerts/${made.id}/test` }))
  await write(
    'patch /alerts/{id}',
    'update alert',
    as({ path: `/alerts/${made.id}`, body: { version: 1, enabled: false } }),
  )
  await write('delete /alerts/{id}', 'delete alert', as({ path: `/alerts/${made.id}` }))

  const [one, two, three] = await heldBars(['2026-07-23', '2026-07-24', '2026-07-27'])
  await write(
    'post /quarantine/{id}/release',
    'release quarantine',
    as({ path: `/quarantine/${one}/release`, body: {} }),
  )
  await write('post /quarantine/{id}/reject', 'reject quarantine', as({ path: `/quarantine/${two}/reject`, body: {} }))
  const bulk = { ids: [Number(three)], action: 'reject', reason: 'a test' }
  await write('post /quarantine/bulk', 'reject quarantine', as({ body: bulk }))

  const { slug: _, ...untold } = event
  await write(
    'post /import/events',
    'create event',
    as({ body: { items: [{ ...untold, slug: 'brought', start: '2025-08-21T07:00Z' }] } }),
  )
  await write('post /import/claims', 'create claim', as({ body: { items: [{ ...claim, slug: 'brought' }] } }))
  await write(
    'post /import/milestones',
    'create milestone',
    as({ body: { items: [{ ...milestone, slug: 'brought' }] } }),
  )

  const { paths } = (await (await people.api.request('/api/v1/openapi.json')).json()) as {
    paths: Record<string, object>
  }
  const changes = Object.entries(paths).flatMap(([path, of]) =>
    Object.keys(of)
      .filter((method) => method !== 'get')
      .map((method) => `${method} ${path}`),
  )
  expect([...new Set([...done, ...writesNothing])].sort()).toEqual(changes.sort())
})

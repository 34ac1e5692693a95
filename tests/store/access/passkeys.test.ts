import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshStore, freshStore } from '../../database/fresh'
import { captureLog } from '../../log'
import { softAuthenticator } from './authenticator'
import { openPeople, type People } from './people'

// Their questions expire by the clock of the machine.
const page = 'http://localhost'
const headers = { origin: page }
let store: FreshStore
let people: People
let ada: string
beforeAll(async () => {
  store = await freshStore()
  people = openPeople(store, () => new Date(), { publicUrl: page })
  ada = await people.firstAdmin()
})
afterAll(() => store.close())

async function addPasskey(cookie: string) {
  const authenticator = softAuthenticator(page, 'localhost')
  const asked = await people.send('POST', '/account/passkeys/options', { cookie, headers })
  const added = await people.send('POST', '/account/passkeys', {
    ...{ cookie: `${cookie}; ${asked.cookie}`, headers },
    body: { name: 'a phone', response: authenticator.make(asked.body.challenge) },
  })
  return { asked, added, authenticator }
}

async function signInBy(authenticator: ReturnType<typeof softAuthenticator>) {
  const asked = await people.send('POST', '/session/passkey/options', { headers })
  const sent = { cookie: asked.cookie, headers, body: { response: authenticator.prove(asked.body.challenge) } }
  return { sent, answer: await people.send('POST', '/session/passkey', sent) }
}

const trail = async () =>
  (
    await store.sql<
      { line: string }[]
    >`SELECT action || ' ' || entity || ' ' || actor AS line FROM audit_entry ORDER BY id`
  ).map(({ line }) => line)

test('a passkey is added, signs in, and is removed; each is one entry of the audit', async () => {
  const before = await trail()
  const { added, authenticator } = await addPasskey(ada)
  expect([added.status, added.body]).toMatchObject([201, { items: [{ name: 'a phone' }] }])

  const { answer, sent } = await signInBy(authenticator)
  expect(answer.body).toMatchObject({ signedIn: true, email: 'ada@example.org', role: 'admin', via: 'session' })
  const account = await people.send('GET', '/account', { cookie: answer.cookie, headers })
  expect(account.body.sessions.map(({ address }: { address: string }) => address)).toEqual([
    '203.0.113.7',
    '203.0.113.7',
  ])
  // What was answered once answers nothing again.
  expect((await people.send('POST', '/session/passkey', sent)).status).toBe(401)

  const [{ id }] = added.body.items
  const removed = await people.send('DELETE', `/account/passkeys/${id}`, { cookie: ada, headers })
  expect(removed.body).toEqual({ items: [] })
  expect((await signInBy(authenticator)).answer.status).toBe(401)
  expect((await trail()).slice(before.length)).toEqual([
    'add passkey ada@example.org',
    'sign-in sign-in ada@example.org',
    'remove passkey ada@example.org',
  ])
})

test('a passkey of another site, or for another question, adds nothing', async () => {
  const asked = await people.send('POST', '/account/passkeys/options', { cookie: ada, headers })
  const before = await trail()
  for (const [authenticator, challenge] of [
    [softAuthenticator('https://evil.example', 'evil.example'), asked.body.challenge],
    [softAuthenticator(page, 'localhost'), 'AAAA'],
  ] as const) {
    const question = await people.send('POST', '/account/passkeys/options', { cookie: ada, headers })
    const sent = { name: 'x', response: authenticator.make(challenge === 'AAAA' ? challenge : question.body.challenge) }
    const added = await people.send('POST', '/account/passkeys', {
      cookie: `${ada}; ${question.cookie}`,
      headers,
      body: sent,
    })
    expect([added.status, added.body.parameter]).toEqual([400, 'response'])
  }
  expect(await trail()).toEqual(before)
})

test('whose account is disabled does not sign in by it, and the passkey of an audit that fails is not added', async () => {
  const vera = await people.invited(ada, 'vera@example.org', 'viewer')
  const { authenticator } = await addPasskey(vera)
  const { items } = (await people.send('GET', '/accounts', { cookie: ada, headers })).body
  const { id, version } = items.find(({ email }: { email: string }) => email === 'vera@example.org')
  await people.send('PATCH', `/accounts/${id}`, { cookie: ada, headers, body: { disabled: true, version } })
  expect((await signInBy(authenticator)).answer.status).toBe(401)
  expect(await store.sql`SELECT 1 FROM sign_in WHERE user_id = ${id}`).toEqual([])

  const log = captureLog()
  await store.sql`ALTER TABLE audit_entry ADD CONSTRAINT refused CHECK (entity <> 'passkey') NOT VALID`
  const { added } = await addPasskey(ada)
  await store.sql`ALTER TABLE audit_entry DROP CONSTRAINT refused`
  expect(log.lines()).toHaveLength(1)
  log.restore()
  expect(added.status).toBe(500)
  expect(
    await store.sql`SELECT 1 FROM passkey p JOIN account_user u ON u.id = p.user_id WHERE u.email = 'ada@example.org'`,
  ).toEqual([])
})

test.each([
  [{}],
  [{ id: 'a', rawId: 'a', type: 'public-key', response: {}, clientExtensionResults: {} }],
  [{ id: 'AA', rawId: 'AA', type: 'public-key', response: { clientDataJSON: 'e30' }, clientExtensionResults: {} }],
  [{ id: 'a\u0000', rawId: 'a', type: 'public-key', response: { clientDataJSON: 'e30' }, clientExtensionResults: {} }],
])('an answer that is none (%j) is refused, and nothing breaks', async (response) => {
  const asked = await people.send('POST', '/session/passkey/options', { headers })
  const signed = await people.send('POST', '/session/passkey', { cookie: asked.cookie, headers, body: { response } })
  expect([400, 401]).toContain(signed.status)
  const question = await people.send('POST', '/account/passkeys/options', { cookie: ada, headers })
  const body = { name: 'x', response }
  const added = await people.send('POST', '/account/passkeys', { cookie: `${ada}; ${question.cookie}`, headers, body })
  expect(added.status).toBe(400)
})

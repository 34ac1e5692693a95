import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { firstAdminLink } from '@/jobs/start/firstAdmin'
import { makeSetupLink } from '@/lib/store/account/link'
import { sweepExpired } from '@/lib/store/limit/sweep'
import { contextAt, type FreshStore, freshStore } from '../../database/fresh'
import { captureLog } from '../../log'
import { openPeople, type People, password } from './people'

const start = new Date('2026-11-24T02:00:00Z')
const minute = 60_000
const day = 86_400_000
let store: FreshStore
let people: People
let time = start
let ada = ''
const later = (ms: number) => {
  time = new Date(time.getTime() + ms)
}

beforeAll(async () => {
  store = await freshStore()
  people = openPeople(store, () => time)
})
afterAll(() => store.close())

let count = 0
let email = ''
beforeEach(async () => {
  time = start
  email = `person-${++count}@example.org`
  if (ada === '') return
  ada = await signIn('ada@example.org')
})

const setupLink = () => makeSetupLink(store, { ...contextAt(time.toISOString()), now: time })

async function signIn(who: string, secret = password): Promise<string> {
  const { cookie, status } = await people.send('POST', '/session', { body: { email: who, password: secret } })
  return status === 200 ? cookie : `refused with ${status}`
}

const isIn = async (cookie: string) => (await people.send('GET', '/session', { cookie })).body.signedIn as boolean
const accountOf = async (who: string) =>
  (await people.send('GET', '/accounts', { cookie: ada })).body.items.find(
    (one: { email: string }) => one.email === who,
  )
const change = async (who: string, body: object) => {
  const { id, version } = await accountOf(who)
  return people.send('PATCH', `/accounts/${id}`, { cookie: ada, body: { version, ...body } })
}
const tokenOf = ({ body }: { body: { url: string } }) => new URL(body.url).searchParams.get('token')

test('the first admin comes by a link that works once, also when two use it at once', async () => {
  const { token: old } = await setupLink()
  const { token } = await setupLink()
  expect((await people.send('POST', '/links/look', { body: { token: old } })).status).toBe(404)
  const looked = await people.send('POST', '/links/look', { body: { token } })
  expect(looked.body).toEqual({ kind: 'setup', email: null, role: 'admin', expiresAt: '2026-11-25T02:00:00.000Z' })
  const answers = await Promise.all(
    ['ada@example.org', 'ada@example.org'].map((email) =>
      people.send('POST', '/links/use', { body: { token, email, name: 'Ada', password } }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404])
  expect(await store.sql`SELECT email, role::text FROM account_user`).toEqual([
    { email: 'ada@example.org', role: 'admin' },
  ])
  const entries = await store.sql`SELECT action, key FROM audit_entry WHERE entity = 'account'`
  expect(entries).toEqual([{ action: 'create', key: 'ada@example.org' }])
  ada = answers.find(({ status }) => status === 200)?.cookie ?? ''
  expect(await isIn(ada)).toBe(true)
})

test('a start tells where the first admin is made while there is none, and never the token of the settings', async () => {
  const at = { HOST: '127.0.0.1', PORT: 3000 }
  expect(await firstAdminLink(store, at, time)).toBeNull()
  await store.sql`UPDATE account_user SET disabled_at = ${time} WHERE email = 'ada@example.org'`
  expect(await firstAdminLink(store, at, time)).toMatch(
    /^First admin: http:\/\/127\.0\.0\.1:3000\/setup\?token=[\w-]{43}$/,
  )
  const mine = 'a-token-of-my-own-choosing'
  for (const _ of [1, 2]) {
    const line = await firstAdminLink(store, { ...at, SETUP_TOKEN: mine, PUBLIC_URL: 'https://t.example' }, time)
    expect(line).toContain('https://t.example/setup')
    expect(line).not.toContain(mine)
  }
  expect((await people.send('POST', '/links/look', { body: { token: mine } })).status).toBe(200)
  later(day)
  expect((await people.send('POST', '/links/look', { body: { token: mine } })).status).toBe(404)
  await store.sql`UPDATE account_user SET disabled_at = NULL WHERE email = 'ada@example.org'`
  const { token } = await setupLink()
  // Whoever kept one does not become a second first admin.
  expect((await people.send('POST', '/links/look', { body: { token } })).status).toBe(404)
})

test('somebody is invited by a link that another invitation replaces and an admin can take back', async () => {
  const invite = () =>
    people.send('POST', '/accounts', { cookie: ada, body: { email: ` ${email.toUpperCase()} `, role: 'annotator' } })
  const first = await invite()
  const second = await invite()
  expect(second.body).toMatchObject({ kind: 'invite', email, role: 'annotator', createdBy: 'ada@example.org' })
  expect(second.body.url).toMatch(/^http:\/\/tidemark\.test\/invite\?token=[\w-]{43}$/)
  const use = (made: typeof first, body = {}) =>
    people.send('POST', '/links/use', { body: { token: tokenOf(made), name: 'Pia', password, ...body } })
  expect((await use(first)).status).toBe(404)
  expect((await use(second, { password: email })).body.parameters).toMatchObject([{ name: 'password' }])
  expect((await use(second, { name: undefined })).body.parameters).toMatchObject([{ name: 'name' }])
  const listed = (await people.send('GET', '/accounts', { cookie: ada })).body.invites
  expect(listed).toMatchObject([{ email, role: 'annotator' }])
  expect(JSON.stringify(listed)).not.toContain(String(tokenOf(second)))
  const used = await use(second)
  expect(used.body).toEqual({
    signedIn: true,
    email,
    name: 'Pia',
    role: 'annotator',
    scopes: ['read', 'annotate'],
    via: 'session',
  })
  expect((await use(second)).status).toBe(404)
  expect((await invite()).body.parameters).toMatchObject([{ name: 'email' }])

  const third = await people.send('POST', '/accounts', { cookie: ada, body: { email: `x${email}`, role: 'viewer' } })
  expect((await people.send('DELETE', `/links/${third.body.id}`, { cookie: ada })).status).toBe(200)
  expect((await use(third)).status).toBe(404)
  expect((await people.send('DELETE', `/links/${third.body.id}`, { cookie: ada })).status).toBe(404)
})

test('an invitation ends after seven days', async () => {
  const made = await people.send('POST', '/accounts', { cookie: ada, body: { email, role: 'viewer' } })
  later(7 * day)
  const used = await people.send('POST', '/links/use', { body: { token: tokenOf(made), name: 'Late', password } })
  expect(used.status).toBe(404)
})

test('unknown, disabled and wrong are one answer after the same work', async () => {
  await people.invited(ada, email, 'viewer')
  await change(email, { disabled: true })
  const answers = []
  for (const [who, secret] of [
    ['nobody-at-all@example.org', password],
    [email, password],
    [email, 'another long secret'],
    ['ada@example.org', 'another long secret'],
  ]) {
    const before = people.hasher.count
    const { status, body } = await people.send('POST', '/session', { body: { email: who, password: secret } })
    answers.push(JSON.stringify({ status, body, work: people.hasher.count - before }))
  }
  expect(new Set(answers).size).toBe(1)
  expect(JSON.parse(answers[0] ?? '')).toMatchObject({ status: 401, work: 1 })

  const reset = await people.send('POST', `/accounts/${(await accountOf('ada@example.org')).id}/reset`, { cookie: ada })
  const works = []
  for (const token of ['nonsense', String(tokenOf(reset))]) {
    const before = people.hasher.count
    await people.send('POST', '/links/use', { body: { token, password: 'violet otter 9 lamps' } })
    works.push(people.hasher.count - before)
  }
  expect(works).toEqual([1, 1])
  await store.sql`UPDATE credential SET password = ${`plain ${password}`} WHERE password LIKE 'plain violet%'`
})

test('a reset sets a new password, ends every browser, and lets nobody in who is disabled', async () => {
  const browser = await people.invited(ada, email, 'viewer')
  const { id } = await accountOf(email)
  const made = await people.send('POST', `/accounts/${id}/reset`, { cookie: ada })
  expect(made.body).toMatchObject({ kind: 'reset', email })
  const used = await people.send('POST', '/links/use', {
    body: { token: tokenOf(made), password: 'violet otter 9 lamps' },
  })
  expect([used.status, used.body.name]).toEqual([200, email.split('@')[0]])
  expect([await isIn(browser), await isIn(used.cookie)]).toEqual([false, true])
  expect(await signIn(email)).toBe('refused with 401')
  expect(await isIn(await signIn(email, 'violet otter 9 lamps'))).toBe(true)

  const other = await people.send('POST', `/accounts/${id}/reset`, { cookie: ada })
  await change(email, { disabled: true })
  expect((await people.send('POST', '/links/use', { body: { token: tokenOf(other), password } })).status).toBe(404)
  expect((await people.send('POST', `/accounts/${id}/reset`, { cookie: ada })).status).toBe(400)
})

test('disabling ends browsers and keys at once; a role counts at once; enabling brings the keys back', async () => {
  const browser = await people.invited(ada, email, 'annotator')
  const { key } = (await people.send('POST', '/keys', { cookie: browser, body: { name: 'ci', scope: 'annotate' } }))
    .body
  expect((await people.send('GET', '/audit', { key })).status).toBe(200)
  await change(email, { role: 'viewer' })
  expect((await people.send('GET', '/audit', { key })).status).toBe(403)
  expect((await people.send('GET', '/audit', { cookie: browser })).status).toBe(403)
  expect((await change(email, { disabled: true })).body).toMatchObject({ disabled: true, sessions: 0, version: 3 })
  expect((await people.send('GET', '/topics', { key })).status).toBe(401)
  expect(await isIn(browser)).toBe(false)
  await change(email, { disabled: false, role: 'annotator' })
  expect((await people.send('GET', '/audit', { key })).status).toBe(200)
  expect(await isIn(browser)).toBe(false)
  const lines = await store.sql`SELECT action FROM audit_entry WHERE entity = 'account' AND key = ${email} ORDER BY id`
  expect(lines.map(({ action }) => action)).toEqual(['create', 'update', 'disable', 'enable'])
})

test('the last admin stays one, also when two take the rights from each other at once', async () => {
  for (const body of [{ role: 'viewer' }, { disabled: true }]) {
    const refused = await change('ada@example.org', body)
    expect([refused.status, refused.body.parameter]).toEqual([400, Object.keys(body)[0]])
  }
  const other = await people.invited(ada, email, 'admin')
  const [mine, theirs] = [await accountOf('ada@example.org'), await accountOf(email)]
  const take = (cookie: string, of: { id: string; version: number }) =>
    people.send('PATCH', `/accounts/${of.id}`, { cookie, body: { version: of.version, role: 'viewer' } })
  const answers = await Promise.all([take(ada, theirs), take(other, mine)])
  // The later one finds that it would leave none, or is no admin any more itself.
  expect(answers.map(({ status }) => (status === 403 ? 400 : status)).sort()).toEqual([200, 400])
  expect(await store.sql`SELECT 1 FROM account_user WHERE role = 'admin' AND disabled_at IS NULL`).toHaveLength(1)
  await store.sql`UPDATE account_user SET role = 'admin' WHERE email = 'ada@example.org'`
  await store.sql`UPDATE account_user SET role = 'viewer' WHERE email = ${email}`
})

test('two admins at once: the second is told what differs', async () => {
  await people.invited(ada, email, 'viewer')
  const { id, version } = await accountOf(email)
  await change(email, { role: 'annotator' })
  const late = await people.send('PATCH', `/accounts/${id}`, { cookie: ada, body: { version, role: 'admin' } })
  expect(late.status).toBe(409)
  expect(late.body).toMatchObject({ version: 2, difference: [{ field: 'role', stored: 'annotator', sent: 'admin' }] })
})

test('one’s own account: name, password, browsers', async () => {
  const one = await people.invited(ada, email, 'viewer')
  const two = await signIn(email)
  const three = await signIn(email)
  const account = (await people.send('GET', '/account', { cookie: two })).body
  expect(account).toMatchObject({ email, role: 'viewer', passkeys: [], keys: [] })
  expect(account.sessions.filter(({ current }: { current: boolean }) => current)).toHaveLength(1)
  expect(account.sessions).toHaveLength(3)

  const renamed = await people.send('PATCH', '/account', { cookie: two, body: { name: '  Pia ' } })
  expect(renamed.body.name).toBe('Pia')
  const own = (await people.send('GET', '/account', { cookie: one })).body.sessions
  const mine = own.find(({ current }: { current: boolean }) => current).id
  expect((await people.send('DELETE', `/account/sessions/${mine}`, { cookie: two })).body).toEqual({ ended: 1 })
  expect([await isIn(one), await isIn(two)]).toEqual([false, true])
  // Another one's is not there for them.
  const adas = (await people.send('GET', '/account', { cookie: ada })).body.sessions[0].id
  expect((await people.send('DELETE', `/account/sessions/${adas}`, { cookie: two })).status).toBe(404)

  const to = (current: string, next: string) =>
    people.send('POST', '/account/password', { cookie: two, body: { current, next } })
  expect((await to('not my password', 'violet otter 9 lamps')).body.parameter).toBe('current')
  expect((await to(password, 'short')).body.parameter).toBe('next')
  expect((await to(password, 'violet otter 9 lamps')).status).toBe(200)
  expect([await isIn(two), await isIn(three)]).toEqual([true, false])
  const four = await signIn(email, 'violet otter 9 lamps')
  expect((await people.send('DELETE', '/account/sessions', { cookie: two })).body).toEqual({ ended: 1 })
  expect(await isIn(four)).toBe(false)
  const out = await people.send('DELETE', '/session', { cookie: two })
  expect(out.body).toMatchObject({ signedIn: false, via: 'nobody' })
  expect(out.headers.get('set-cookie')).toContain('Max-Age=0')
  expect(await isIn(two)).toBe(false)
})

test('whoever is not written into the audit is not let in', async () => {
  await people.invited(ada, email, 'viewer')
  const rows = async () => (await store.sql`SELECT 1 FROM sign_in`).length
  const before = await rows()
  const log = captureLog()
  await store.sql`ALTER TABLE audit_entry ADD CONSTRAINT refused CHECK (entity <> 'sign-in') NOT VALID`
  const refused = await signIn(email)
  await store.sql`ALTER TABLE audit_entry DROP CONSTRAINT refused`
  expect([refused, await rows()]).toEqual(['refused with 500', before])
  expect(log.text()).toContain('violates check constraint')
  log.restore()
})

test('who signs in again in the same browser leaves no other sign-in behind', async () => {
  const first = await people.invited(ada, email, 'viewer')
  const second = await people.send('POST', '/session', { cookie: first, body: { email, password } })
  expect([await isIn(first), await isIn(second.cookie)]).toEqual([false, true])
  expect((await people.send('GET', '/account', { cookie: second.cookie })).body.sessions).toHaveLength(1)
})

test('a browser lasts while it is used, and not for ever; its token changes daily and the old one soon ends', async () => {
  await people.invited(ada, email, 'viewer')
  let cookie = await signIn(email)
  const before = cookie
  later(day)
  const [first, second] = await Promise.all([1, 2].map(() => people.send('GET', '/session', { cookie })))
  const changed = [first, second].filter((answer) => answer?.cookie !== '')
  expect(changed).toHaveLength(1)
  cookie = changed[0]?.cookie ?? ''
  expect(cookie).not.toBe(before)
  expect([await isIn(before), await isIn(cookie)]).toEqual([true, true])
  later(minute)
  expect([await isIn(before), await isIn(cookie)]).toEqual([false, true])
  for (let days = 14; days < 90; days += 13) {
    later(13 * day)
    const answer = await people.send('GET', '/session', { cookie })
    expect([days, answer.body.signedIn]).toEqual([days, true])
    cookie = answer.cookie || cookie
  }
  later(12 * day)
  expect(await isIn(cookie)).toBe(false)

  time = start
  const idle = await signIn(email)
  later(14 * day)
  expect(await isIn(idle)).toBe(false)
})

test('a key is told once, kept hashed, and says when it was last used to the minute', async () => {
  const cookie = await people.invited(ada, email, 'annotator')
  const made = await people.send('POST', '/keys', { cookie, body: { name: 'ci', scope: 'read', expiresInDays: 30 } })
  const { id, key, start: shown } = made.body
  expect([made.status, made.headers.get('cache-control')]).toEqual([201, 'no-store'])
  expect(key).toMatch(/^tm_[\w-]{43}$/)
  expect(key.startsWith(shown)).toBe(true)
  const everywhere = await Promise.all(
    ['api_key', 'audit_entry'].map((table) => store.sql`SELECT to_jsonb(t)::text AS row FROM ${store.sql(table)} t`),
  )
  expect(JSON.stringify(everywhere)).not.toContain(key)

  const lastUsed = async () => (await people.send('GET', '/keys', { cookie })).body.items[0].lastUsed
  expect(await lastUsed()).toBeNull()
  const session = await people.send('GET', '/session', { key })
  expect(session.body).toMatchObject({ signedIn: false, via: 'key', email, scopes: ['read'] })
  const used = await lastUsed()
  expect(used).toBe('2026-11-24T02:00:00.000Z')
  later(minute - 1)
  await people.send('GET', '/topics', { key })
  expect(await lastUsed()).toBe(used)
  later(1)
  await people.send('GET', '/topics', { key })
  expect(await lastUsed()).toBe('2026-11-24T02:01:00.000Z')

  const greedy = await people.send('POST', '/keys', { cookie, body: { name: 'more', scope: 'admin' } })
  expect([greedy.status, greedy.body.parameter]).toEqual([400, 'scope'])
  later(30 * day)
  expect((await people.send('GET', '/topics', { key })).status).toBe(401)
  time = start
  expect((await people.send('DELETE', `/keys/${id}`, { cookie: await signIn(email) })).body.state).toBe('revoked')
  expect((await people.send('GET', '/topics', { key })).status).toBe(401)
})

test('keys of others are an admin’s to see and to revoke, nobody else’s', async () => {
  const cookie = await people.invited(ada, email, 'viewer')
  const other = await people.invited(ada, `x${email}`, 'viewer')
  const { id } = (await people.send('POST', '/keys', { cookie, body: { name: 'mine', scope: 'read' } })).body
  expect((await people.send('GET', '/keys', { cookie: other })).body.items).toEqual([])
  expect((await people.send('GET', '/keys?of=everybody', { cookie: other })).status).toBe(403)
  expect((await people.send('DELETE', `/keys/${id}`, { cookie: other })).status).toBe(404)
  const all = (await people.send('GET', '/keys?of=everybody', { cookie: ada })).body.items
  expect(all.find((one: { id: string }) => one.id === id)).toMatchObject({ owner: email, state: 'valid' })
  expect((await people.send('DELETE', `/keys/${id}`, { cookie: ada })).body.state).toBe('revoked')
})

test('what is audited never holds a secret or the hash of one', async () => {
  const entries = await store.sql<{ row: string }[]>`SELECT to_jsonb(a)::text AS row FROM audit_entry a`
  const hashes = await store.sql<{ hash: string }[]>`
    SELECT token_hash AS hash FROM account_link UNION SELECT key_hash FROM api_key UNION SELECT password FROM credential UNION SELECT token FROM sign_in`
  const text = entries.map(({ row }) => row).join('\n')
  expect(entries.length).toBeGreaterThan(30)
  expect(hashes.length).toBeGreaterThan(10)
  expect(hashes.filter(({ hash }) => text.includes(hash))).toEqual([])
  expect(text).not.toContain(password)
})

test('what has run out is swept, and nothing else', async () => {
  const kept = await signIn('ada@example.org')
  const rows = async () => (await store.sql`SELECT count(*)::int AS n FROM sign_in`)[0]?.n as number
  const many = await rows()
  await sweepExpired(store.sql, time)
  expect(await isIn(kept)).toBe(true)
  await sweepExpired(store.sql, new Date(time.getTime() + 15 * day))
  expect(await rows()).toBeLessThan(many)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSetupLink } from '@/lib/store/account/link'
import { contextAt, type FreshStore, freshStore } from '../../database/fresh'
import { openPeople, type People, password } from './people'

let store: FreshStore
let people: People
let time = new Date('2026-11-24T02:00:00Z')
const later = (ms: number) => {
  time = new Date(time.getTime() + ms)
}
const day = 86_400_000

beforeAll(async () => {
  store = await freshStore()
  people = openPeople(store, () => time)
})
afterAll(() => store.close())

test('the first admin comes by a link that works once, also when two use it at once', async () => {
  const { token: old } = await makeSetupLink(store, { ...contextAt('2026-11-24T02:00:00Z'), now: time })
  const { token } = await makeSetupLink(store, { ...contextAt('2026-11-24T02:00:00Z'), now: time })
  const { send } = people
  expect((await send('POST', '/links/look', { body: { token: old } })).status).toBe(404)
  const looked = await send('POST', '/links/look', { body: { token } })
  expect(looked.body).toEqual({ kind: 'setup', email: null, role: 'admin', expiresAt: '2026-11-25T02:00:00.000Z' })
  const answers = await Promise.all(
    ['ada@example.org', 'eve@example.org'].map((email) =>
      send('POST', '/links/use', { body: { token, email, name: 'Ada', password } }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404])
  const rows = await store.sql`SELECT email, role::text FROM account_user`
  expect(rows).toMatchObject([{ role: 'admin' }])
  const entries = await store.sql`SELECT action, key FROM audit_entry WHERE entity = 'account'`
  expect(entries).toEqual([{ action: 'create', key: rows[0]?.email }])
  await store.sql`DELETE FROM account_user`
  void later
  void day
})

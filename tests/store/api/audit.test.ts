import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, nobody } from '@/lib/access/caller'
import { createApi } from '@/lib/api/app'
import { runCommand } from '@/lib/store/audit/command'
import { contextAt } from '../../database/fresh'
import { now, type SeededApi, seededApi } from './seeded'

const callers: Readonly<Record<string, Caller>> = {
  annotator: { actor: 'anna@example.org', scopes: ['read', 'annotate'], userId: 'a', via: 'session' },
  admin: { actor: 'ada@example.org', scopes: ['read', 'annotate', 'admin'], userId: 'b', via: 'session' },
}

let seeded: SeededApi
let api: ReturnType<typeof createApi>
beforeAll(async () => {
  seeded = await seededApi()
  api = createApi({
    store: seeded.store,
    now: () => now,
    identify: async (request) => callers[request.headers.get('x-test-caller') ?? ''] ?? nobody,
  })
  const admin = { ...contextAt(now.toISOString()), actor: 'ada@example.org' }
  const note = { action: 'invite', entity: 'account', key: 'vera@example.org', before: null, after: { role: 'viewer' } }
  await runCommand(seeded.store, admin, 'admin', async () => ({ result: null, note: { ...note } as never }))
})
afterAll(() => seeded.store.close())

async function send(method: string, path: string, as: string, body?: unknown) {
  const response = await api.request(`http://tidemark.test/api/v1${path}`, {
    method,
    headers: { 'x-test-caller': as, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, never> }
}
const entries = async (query: string, as: string) =>
  (await send('GET', `/audit${query}`, as)).body.items as unknown as { id: number; entity: string }[]

test('one change is told with the thing as it stands now, and its version undoes it', async () => {
  const slug = 'deepseek-r1-shock'
  const { version } = (await send('GET', `/events/${slug}`, 'annotator')).body
  const changed = (await send('PATCH', `/events/${slug}`, 'annotator', { version, title: 'Another title' })).body
  await send('PATCH', `/events/${slug}`, 'annotator', { version: changed.version, tags: ['later'] })
  const first = (await entries(`?entity=event&key=${slug}`, 'annotator')).at(-1)
  const one = await send('GET', `/audit/${first?.id}`, 'annotator')
  expect(one.body).toMatchObject({
    undoable: true,
    after: { title: 'Another title' },
    now: { version: Number(version) + 2, managedBy: null, value: { title: 'Another title', tags: ['later'] } },
  })
  const stale = await send('POST', `/audit/${first?.id}/undo`, 'annotator', { version: changed.version })
  expect([stale.status, (stale.body.difference as unknown as { field: string }[]).map(({ field }) => field)]).toEqual([
    409,
    ['title', 'tags'],
  ])
  const { now: present } = one.body as unknown as { now: { version: number } }
  const undone = await send('POST', `/audit/${first?.id}/undo`, 'annotator', { version: present.version })
  expect(undone.status).toBe(200)
  expect((await send('GET', `/events/${slug}`, 'annotator')).body.title).not.toBe('Another title')
})

test('what is about people only an admin sees: in the list, by filter and by id', async () => {
  const [invited] = await entries('?entity=account', 'admin')
  expect(invited).toMatchObject({ entity: 'account', undoable: false })
  expect((await entries('', 'admin')).some(({ entity }) => entity === 'account')).toBe(true)
  expect((await entries('', 'annotator')).some(({ entity }) => entity === 'account')).toBe(false)
  expect((await send('GET', '/audit?entity=account', 'annotator')).status).toBe(403)
  expect((await send('GET', `/audit/${invited?.id}`, 'annotator')).status).toBe(403)
  expect((await send('GET', `/audit/${invited?.id}`, 'admin')).body.now).toBeNull()
  expect((await send('GET', `/audit/${invited?.id}`, '')).status).toBe(401)
})

test('an entry that is not there, or no id, is refused', async () => {
  expect((await send('GET', '/audit/999999999999999', 'annotator')).status).toBe(404)
  expect((await send('GET', '/audit/x', 'annotator')).status).toBe(400)
})

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listAudit } from '@/lib/store/audit/list'
import { ScopeError } from '@/lib/store/context'
import { archiveThing, changeThing, createThing, restoreThing } from '@/lib/store/editable/commands'
import { parsedInput } from '@/lib/store/editable/value'
import { InputError, ManagedError, UnknownError, VersionConflictError } from '@/lib/store/errors'
import { eventKind } from '@/lib/store/event/editable'
import { eventBySlug } from '@/lib/store/event/list'
import { events as seeded } from '@/prisma/seed'
import { contextAt, type FreshStore } from '../../database/fresh'
import { seededStore } from '../../database/seeded'

let store: FreshStore
const anna = { ...contextAt('2026-11-24T02:00:00Z'), actor: 'anna@example.org', scopes: ['annotate'] as const }
beforeAll(async () => {
  store = await seededStore()
})
afterAll(() => store.close())

let count = 0
let slug = ''
beforeEach(() => {
  slug = `a-note-${++count}`
})

const note = () => ({
  slug,
  title: 'A note',
  titleZh: '一则笔记',
  text: 'What *happened*.',
  textZh: '发生了什么。',
  start: '2025-08-22',
  phase: 'after',
  sourceName: 'A paper',
  topics: ['nvidia', 'cambricon'],
  listings: ['NVDA', '688256.SS'],
})

const trail = async () =>
  (await listAudit(store.sql, { entity: 'event', key: slug })).map(({ action, actor }) => `${action} ${actor}`)

test('every event that ships in the box is one the commands would take, as it stands', async () => {
  for (const event of seeded) {
    const stored = await store.sql.begin((sql) => eventKind.read(sql, event.slug))
    expect(parsedInput(eventKind.schema, stored?.value)).toEqual(stored?.value)
  }
})

test('a new event is a draft until somebody publishes it; each step is one entry of the audit', async () => {
  const created = await createThing(store, anna, eventKind, note())
  expect(created).toMatchObject({
    version: 1,
    value: { status: 'draft', precision: 'day', tags: [], confirmed: false },
  })
  expect(created.value.topics).toEqual(['nvidia', 'cambricon'])
  expect(created.value.listings).toEqual(['NVDA', '688256.SS'])
  expect(await eventBySlug(store, slug)).toBeNull()

  const published = await changeThing(store, anna, eventKind, { key: slug, patch: { status: 'published' }, version: 1 })
  expect(published.version).toBe(2)
  expect((await eventBySlug(store, slug))?.listings.map(({ symbol }) => symbol)).toEqual(['NVDA', '688256.SS'])

  await archiveThing(store, anna, eventKind, { key: slug, version: 2 })
  expect(await eventBySlug(store, slug)).toBeNull()
  expect(await trail()).toEqual(['archive anna@example.org', 'update anna@example.org', 'create anna@example.org'])
})

test('a change that changes nothing is no change', async () => {
  await createThing(store, anna, eventKind, note())
  const same = await changeThing(store, anna, eventKind, { key: slug, patch: { title: ' A note ' }, version: 1 })
  expect(same.version).toBe(1)
  expect(await trail()).toEqual(['create anna@example.org'])
})

test('an undo puts back the state before, whatever it was, and is itself in the audit', async () => {
  await createThing(store, anna, eventKind, note())
  await changeThing(store, anna, eventKind, {
    key: slug,
    patch: { start: '2025-08-25', listings: ['NVDA'] },
    version: 1,
  })
  const [moved, created] = await listAudit(store.sql, { entity: 'event', key: slug })
  const back = await restoreThing(store, anna, eventKind, { entryId: moved?.id ?? 0n, version: 2 })
  expect(back).toMatchObject({ version: 3, value: { start: '2025-08-22', listings: ['NVDA', '688256.SS'] } })
  const gone = await restoreThing(store, anna, eventKind, { entryId: created?.id ?? 0n, version: 3 })
  expect(gone.value.status).toBe('archived')
  expect((await trail()).map((line) => line.split(' ')[0])).toEqual(['restore', 'restore', 'update', 'create'])
  await expect(restoreThing(store, anna, eventKind, { entryId: 999_999n, version: 4 })).rejects.toThrow(UnknownError)
})

test('two editors at once: the second is told where both differ, and nothing is lost', async () => {
  await createThing(store, anna, eventKind, note())
  const edits = [{ title: 'First' }, { title: 'Second', start: '2025-08-22' }]
  const answers = await Promise.allSettled(
    edits.map((patch) => changeThing(store, anna, eventKind, { key: slug, patch, version: 1 })),
  )
  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []))
  expect(refused.length).toBe(1)
  expect(refused[0]).toBeInstanceOf(VersionConflictError)
  const { versions, difference } = refused[0] as VersionConflictError
  expect(versions).toEqual({ sent: 1, stored: 2 })
  expect(difference.map(({ field }) => field)).toEqual(['title'])
})

test('a write whose audit fails is taken back', async () => {
  await store.sql`ALTER TABLE audit_entry ADD CONSTRAINT refused CHECK (key <> ${store.sql.unsafe(`'${slug}'`)})`
  await expect(createThing(store, anna, eventKind, note())).rejects.toThrow('refused')
  await store.sql`ALTER TABLE audit_entry DROP CONSTRAINT refused`
  expect(await store.sql.begin((sql) => eventKind.read(sql, slug))).toBeNull()
  expect(await trail()).toEqual([])
})

test('an audit entry is never changed or deleted', async () => {
  await createThing(store, anna, eventKind, note())
  await expect(store.sql`UPDATE audit_entry SET actor = 'nobody' WHERE key = ${slug}`).rejects.toThrow('never changed')
  await expect(store.sql`DELETE FROM audit_entry WHERE key = ${slug}`).rejects.toThrow('never changed')
})

test('nobody without the scope writes anything, and is told so before the input is looked at', async () => {
  const reader = { ...anna, scopes: ['read'] as const }
  await expect(createThing(store, reader, eventKind, {})).rejects.toThrow(ScopeError)
  await expect(changeThing(store, reader, eventKind, { key: slug, patch: {}, version: 1 })).rejects.toThrow(ScopeError)
})

test('what a file owns is changed only there', async () => {
  await createThing(store, anna, eventKind, note())
  await store.sql`UPDATE event SET managed_by = 'events.yaml' WHERE slug = ${slug}`
  await expect(changeThing(store, anna, eventKind, { key: slug, patch: { title: 'x' }, version: 1 })).rejects.toThrow(
    ManagedError,
  )
  await expect(archiveThing(store, anna, eventKind, { key: slug, version: 1 })).rejects.toThrow(/events\.yaml/)
})

test.each([
  [{ start: '2025-02-30' }, 'start'],
  [{ start: '9999-12-31' }, 'start'],
  [{ start: '1899-12' }, 'start'],
  [{ precision: 'minute' }, 'precision'],
  [{ end: '2025-08-21' }, 'end'],
  [{ end: '2025-09' }, 'end'],
  [{ phase: undefined }, 'phase'],
  [{ title: '' }, 'title'],
  [{ title: 'two\nlines' }, 'title'],
  [{ text: 'a\u0000b' }, 'text'],
  [{ text: '\ud800' }, 'text'],
  [{ sourceUrl: 'javascript:alert(1)' }, 'sourceUrl'],
  [{ sourceUrl: 'https://me:secret@example.org' }, 'sourceUrl'],
  [{ topics: ['nvidia', 'nowhere'] }, 'topics'],
  [{ listings: ['NVDA', 'NVDA'] }, 'listings'],
  [{ listings: ['NOPE'] }, 'listings'],
  [{ tags: [''] }, 'tags.0'],
  [{ slug: 'Not A Slug' }, 'slug'],
  [{ slug: 'deepseek-ue8m0' }, 'slug'],
  [{ wrong: 1 }, 'wrong'],
])('%j is refused and names its field', async (wrong, field) => {
  const refused = await createThing(store, anna, eventKind, { ...note(), ...wrong }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(InputError)
  expect((refused as InputError).fields.map(({ name }) => name)).toEqual([field])
  expect(await trail()).toEqual([])
})

test('a slug is made of the title, and never changed', async () => {
  const { slug: _, ...untitled } = note()
  const made = await createThing(store, anna, eventKind, { ...untitled, title: `Élan & co. ${slug}` })
  expect(made.value.slug).toBe(`elan-co-${slug}`)
  await expect(
    changeThing(store, anna, eventKind, { key: made.value.slug, patch: { slug: 'other' }, version: 1 }),
  ).rejects.toThrow('never changed')
})

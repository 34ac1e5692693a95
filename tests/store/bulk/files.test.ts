import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runFiles } from '@/jobs/files/apply'
import { stableName } from '@/jobs/files/names'
import { filesText } from '@/jobs/files/show'
import { UsageError } from '@/jobs/refresh/options'
import { listAudit } from '@/lib/store/audit/list'
import { changeThing } from '@/lib/store/editable/commands'
import { ManagedError } from '@/lib/store/errors'
import { eventKind } from '@/lib/store/event/editable'
import { milestoneKind } from '@/lib/store/milestone/editable'
import { claimKind } from '@/lib/studies/claims/editable'
import type { FreshStore } from '../../database/fresh'
import { seededStore } from '../../database/seeded'

let store: FreshStore
let directory: string
const now = new Date('2026-11-24T02:00:00Z')
const anna = { actor: 'anna@example.org', scopes: ['annotate'] as const, now }
beforeAll(async () => {
  store = await seededStore()
})
afterAll(() => store.close())
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tidemark-files-'))
  return () => rmSync(directory, { recursive: true })
})

const save = (file: string, text: string) => writeFileSync(join(directory, file), text)
const run = (files: string | string[], more: { dryRun?: boolean; archiveMissing?: boolean } = {}) =>
  runFiles(store, [files].flat(), { archiveMissing: false, dryRun: false, now, directory, ...more })
const eventOf = (slug: string) => store.sql.begin((sql) => eventKind.read(sql, slug))
const outcomes = async (files: string | string[], more = {}) =>
  (await run(files, more)).sections.flatMap(({ file, entity, rows, released }) => [
    ...rows.map(({ outcome, key }) => `${file} ${outcome} ${entity} ${key}`),
    ...released.map(({ key, archived }) => `${file} ${archived ? 'archive' : 'release'} ${entity} ${key}`),
  ])
const counts = async () => {
  const [row] = await store.sql`
    SELECT (SELECT count(*)::int FROM event) AS events, (SELECT sum(version)::int FROM event) AS versions,
      (SELECT count(*)::int FROM audit_entry) AS entries`
  return row
}

const event = (slug: string, more = '') => `
  - slug: ${slug}
    title: ${slug}
    titleZh: 一则事件
    text: |
      What *happened*.
    textZh: ''
    start: 2025-08-22
    phase: after
    sourceName: A paper
    listings: [NVDA, 688256.SS]
    status: published
${more}`

test('a file is planned without a trace, applied once, and owns what it names from then on', async () => {
  save('events.yaml', `events:${event('of-a-file')}${event('of-a-file-2', '    tags: [2025, chips]')}`)
  const before = await counts()
  const planned = await run('events.yaml', { dryRun: true })
  expect(filesText(planned)).toBe(
    [
      'events.yaml',
      '  + event of-a-file',
      '  + event of-a-file-2',
      '2 new, 0 changed, 0 unchanged, 0 no longer named.',
      'Nothing was stored.',
    ].join('\n'),
  )
  expect(await counts()).toEqual(before)

  expect((await run('events.yaml')).stored).toBe(true)
  expect(await eventOf('of-a-file')).toMatchObject({ managedBy: 'events.yaml', value: { text: 'What *happened*.' } })
  expect((await eventOf('of-a-file-2'))?.value.tags).toEqual(['2025', 'chips'])
  const [entry] = await listAudit(store.sql, { entity: 'event', key: 'of-a-file' })
  expect(entry).toMatchObject({ actor: 'file events.yaml', action: 'create' })
  await expect(
    changeThing(store, anna, eventKind, { key: 'of-a-file', patch: { title: 'x' }, version: 1 }),
  ).rejects.toThrow(ManagedError)

  const after = await counts()
  expect(await outcomes('./events.yaml')).toEqual([
    'events.yaml unchanged event of-a-file',
    'events.yaml unchanged event of-a-file-2',
  ])
  expect(await counts()).toEqual(after)
})

test('a field that a file leaves out is what a new thing has, and what it names no more is released or archived', async () => {
  save('left.yaml', `events:${event('left-1', '    tags: [a]')}${event('left-2')}${event('left-3')}`)
  await run('left.yaml')
  save('left.yaml', `events:${event('left-1')}${event('left-2')}`)
  expect(await outcomes('left.yaml')).toEqual([
    'left.yaml update event left-1',
    'left.yaml unchanged event left-2',
    'left.yaml release event left-3',
  ])
  expect((await eventOf('left-1'))?.value.tags).toEqual([])
  expect(await eventOf('left-3')).toMatchObject({ managedBy: null, value: { status: 'published' } })
  await changeThing(store, anna, eventKind, { key: 'left-3', patch: { title: 'Free' }, version: 2 })

  save('left.yaml', `events:${event('left-1')}`)
  expect(await outcomes('left.yaml', { archiveMissing: true })).toContain('left.yaml archive event left-2')
  expect(await eventOf('left-2')).toMatchObject({ managedBy: null, value: { status: 'archived' } })
  save('left.yaml', '# nothing any more\n')
  expect(await outcomes('left.yaml')).toEqual(['left.yaml release event left-1'])
  const trail = (await listAudit(store.sql, { entity: 'event', key: 'left-1' })).map(({ action }) => action)
  expect(trail).toEqual(['release', 'update', 'create'])
})

test('a file takes over what nobody owns, and tells so, but not what another file owns', async () => {
  save('one.yaml', `events:${event('owned')}`)
  save('two.yaml', `events:${event('owned')}`)
  await run('one.yaml')
  const other = await run('two.yaml')
  expect(other.stored).toBe(false)
  expect(other.errors).toMatchObject([{ file: 'two.yaml', line: 2, message: expect.stringContaining('one.yaml') }])
  const twice = await run(['one.yaml', 'two.yaml'])
  expect(twice.errors).toMatchObject([
    { file: 'two.yaml', message: expect.stringContaining('named by one.yaml as well') },
  ])
  save('one.yaml', 'events: []')
  expect(await outcomes(['one.yaml', 'two.yaml'])).toEqual(['two.yaml update event owned'])
  expect((await eventOf('owned'))?.managedBy).toBe('two.yaml')
  const moved = (await listAudit(store.sql, { entity: 'event', key: 'owned' })).map(({ action }) => action)
  expect(moved).toEqual(['adopt', 'create'])
})

test('claims and milestones are kept in files as well; a year is a text', async () => {
  save(
    'all.yaml',
    `
milestones:
  - slug: file-chip
    title: 950
    titleZh: 芯片
    topic: huawei
    promised: 2027
    sourceName: A paper
claims:
  - slug: file-claim
    statement: It is said.
    statementZh: 据说。
    kind: not-checkable
    parameters: { needs: a test, needsZh: 测试 }
    statedOn: 2025-09-19
    sourceName: A paper
events:${event('file-event')}`,
  )
  expect(await outcomes('all.yaml')).toEqual([
    'all.yaml create event file-event',
    'all.yaml create claim file-claim',
    'all.yaml create milestone file-chip',
  ])
  const chip = await store.sql.begin((sql) => milestoneKind.read(sql, 'file-chip'))
  expect(chip).toMatchObject({ managedBy: 'all.yaml', value: { promised: '2027', title: '950', status: 'draft' } })
  const claim = await store.sql.begin((sql) => claimKind.read(sql, 'file-claim'))
  expect(claim?.value.parameters).toEqual({ needs: 'a test', needsZh: '测试' })
})

test('listings come first, in whatever order they point to each other', async () => {
  save(
    'listings.yaml',
    `
events:
  - slug: of-a-listing
    title: Of a listing
    titleZh: 上市
    text: ''
    textZh: ''
    start: 2025-08-22
    phase: after
    sourceName: A paper
    listings: [0001.HK]
listings:
  - symbol: 0001.HK
    name: CK Hutchison
    nameZh: 长和
    benchmark: 0002.HK
  - symbol: 0002.HK
    name: CLP
    nameZh: 中电控股`,
  )
  const planned = await run('listings.yaml', { dryRun: true })
  expect(planned.errors).toEqual([])
  expect(await outcomes('listings.yaml')).toEqual([
    'listings.yaml create listing 0001.HK',
    'listings.yaml create listing 0002.HK',
    'listings.yaml create event of-a-listing',
  ])
  const [listing] = await store.sql`
    SELECT l.managed_by, b.symbol FROM listing l JOIN listing b ON b.id = l.benchmark_id WHERE l.symbol = '0001.HK'`
  expect(listing).toEqual({ managed_by: 'listings.yaml', symbol: '0002.HK' })
  expect((await outcomes('listings.yaml')).map((line) => line.split(' ')[1])).toEqual(Array(3).fill('unchanged'))
  save('listings.yaml', 'listings:\n  - symbol: NOPE.XX')
  expect((await run('listings.yaml')).errors[0]).toMatchObject({ line: 2, message: expect.stringContaining('NOPE.XX') })
})

test('what is wrong names its file, line and field, and then nothing is stored', async () => {
  const before = await counts()
  save('wrong.yaml', `events:${event('right')}${event('wrong', '    end: 2025-08-20\n    colour: red')}`)
  const refused = await run('wrong.yaml')
  expect(refused.errors.map(({ line, message }) => [line, message])).toEqual([
    [25, 'event wrong: end: expected no time before start, "2025-08-22"'],
    [26, 'event wrong: colour: is not a field here'],
  ])
  expect(filesText(refused)).toContain('wrong.yaml:26: event wrong: colour')
  expect(await counts()).toEqual(before)
})

test.each([
  ['rules:\n  - x: 1', 1, '"rules" is no section'],
  ['events:\n  x: 1', 2, 'expected a list'],
  ['- x', 1, 'expected sections'],
  ['events:\n  - slug: a\n    slug: b', 3, 'is no YAML'],
  ['events:\n  - [a]', 2, 'expected fields'],
  ['events:\n  - {slug: a\nclaims: [', 3, 'is no YAML'],
])('the file %j is refused at its line', async (text, line, message) => {
  save('odd.yaml', text)
  const { errors, stored } = await run('odd.yaml', { dryRun: true })
  expect(stored).toBe(false)
  expect(errors[0]).toMatchObject({ file: 'odd.yaml', line, message: expect.stringContaining(message) })
})

test('a file has one name, however its path is written', async () => {
  expect(
    ['a/b.yaml', './a/b.yaml', '/etc/x/a/b.yaml', 'a/../a/b.yaml'].map((path) => stableName(path, '/etc/x')),
  ).toEqual(Array(4).fill('a/b.yaml'))
  expect(stableName('../b.yaml', '/etc/x')).toBe('/etc/b.yaml')
  mkdirSync(join(directory, 'sub'))
  save('sub/a.yaml', '')
  await expect(run(['sub/a.yaml', 'sub/../sub/a.yaml'])).rejects.toThrow(UsageError)
  await expect(run('none.yaml')).rejects.toThrow('none.yaml cannot be read')
})

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, nobody } from '@/lib/access/caller'
import { noLimits } from '@/lib/access/limits'
import { createApi } from '@/lib/api/app'
import { bulkNames } from '@/lib/api/bulk/kinds'
import { createThing } from '@/lib/store/editable/commands'
import { eventKind } from '@/lib/store/event/editable'
import { now, type ProblemAnswer, type SeededApi, seededApi } from './seeded'

const annotator: Caller = { actor: 'anna@example.org', scopes: ['read', 'annotate'], userId: 'a', via: 'session' }
const viewer: Caller = { actor: 'vera@example.org', scopes: ['read'], userId: 'v', via: 'session' }

interface Line {
  readonly line: number
  readonly key: string | null
  readonly outcome: string
  readonly difference: readonly { field: string; stored: unknown; sent: unknown }[]
  readonly fields: readonly { name: string; detail: string }[]
}
interface Imported extends Partial<ProblemAnswer> {
  readonly stored: boolean
  readonly totals: Readonly<Record<string, number>>
  readonly lines: readonly Line[]
}

let seeded: SeededApi
let api: ReturnType<typeof createApi>
beforeAll(async () => {
  seeded = await seededApi()
  const callers: Readonly<Record<string, Caller>> = { annotator, viewer }
  api = createApi({
    store: seeded.store,
    now: () => now,
    limits: noLimits,
    identify: async (request) => callers[request.headers.get('x-test-caller') ?? ''] ?? nobody,
  })
})
afterAll(() => seeded.store.close())

async function bring(body: unknown, { search = '', as = 'annotator', kind = 'events' } = {}) {
  const csv = typeof body === 'string'
  const response = await api.request(`/api/v1/import/${kind}${search}`, {
    method: 'POST',
    headers: { 'x-test-caller': as, 'content-type': csv ? 'text/csv; charset=utf-8' : 'application/json' },
    body: csv ? body : JSON.stringify({ items: body }),
  })
  return { status: response.status, body: (await response.json()) as Imported }
}
const take = async (search: string, { as = 'annotator', kind = 'events' } = {}) => {
  const response = await api.request(`/api/v1/export/${kind}${search}`, { headers: { 'x-test-caller': as } })
  return { status: response.status, text: await response.text() }
}
const counts = async () => {
  const [row] = await seeded.store.sql<{ events: number; entries: number }[]>`
    SELECT (SELECT count(*)::int FROM event) AS events, (SELECT count(*)::int FROM audit_entry) AS entries`
  return row ?? { events: 0, entries: 0 }
}

const note = (slug: string, more: Record<string, unknown> = {}) => ({
  ...{ slug, title: `Note ${slug}`, titleZh: '一则笔记', text: '', textZh: '', start: '2025-08-21T07:00Z' },
  ...{ sourceName: 'A paper', listings: ['688256.SS'], topics: ['cambricon'], ...more },
})

test.each(bulkNames)('an export of %s brought back changes nothing, in either form', async (kind) => {
  const before = await counts()
  for (const format of ['json', 'csv']) {
    const { text } = await take(`?format=${format}&status=all`, { kind })
    const back = await bring(format === 'csv' ? text : (JSON.parse(text) as { items: unknown }).items, { kind })
    expect(back.body.totals).toMatchObject({ create: 0, update: 0, refused: 0 })
    expect(back.body.totals.unchanged).toBeGreaterThan(4)
  }
  expect(await counts()).toEqual(before)
})

test('claims and milestones come in as well, each line with its own outcome', async () => {
  const parameters = { needs: 'a test', needsZh: '测试' }
  const claim = { statement: 'It is said', statementZh: '据说', kind: 'not-checkable', parameters }
  const claims = await bring(
    [
      { slug: 'said', ...claim, statedOn: '2025-09-19', sourceName: 'A paper' },
      { slug: 'said-2', ...claim, parameters: {}, statedOn: '2025-09-19', sourceName: 'A paper' },
      { slug: 'cambricon-half-year-growth', position: 7 },
    ],
    { kind: 'claims', search: '?partial=true' },
  )
  expect(claims.body.lines.map(({ outcome, fields }) => [outcome, ...fields.map(({ name }) => name)])).toEqual([
    ['create'],
    ['refused', 'parameters.needs', 'parameters.needsZh'],
    ['update'],
  ])
  const head = 'externalId,title,titleZh,topic,promised,sourceName'
  const csv = `${head}\nr-1,A chip,芯片,huawei,2027,A paper\nr-2,Another,芯片,nowhere,2027,A paper`
  const milestones = await bring(csv, { kind: 'milestones', search: '?partial=true' })
  expect(milestones.body.lines).toMatchObject([
    { line: 2, key: 'a-chip', outcome: 'create' },
    { line: 3, outcome: 'refused', fields: [{ name: 'topic' }] },
  ])
})

test('a thousand events come in within seconds, and a second time change nothing', async () => {
  const items = Array.from({ length: 1_000 }, (_, i) =>
    note(`thousand-${i}`, { externalId: `ext-${i}`, listings: ['688256.SS', 'NVDA'], tags: ['many', `n${i}`] }),
  )
  const before = await counts()
  const begun = performance.now()
  const first = await bring(items)
  const took = performance.now() - begun
  expect(first.body.totals).toEqual({ create: 1_000, update: 0, unchanged: 0, refused: 0 })
  expect(took).toBeLessThan(15_000)
  const after = await counts()
  expect(after).toEqual({ events: before.events + 1_000, entries: before.entries + 1_000 })
  const second = await bring(items)
  expect(second.body.totals).toEqual({ create: 0, update: 0, unchanged: 1_000, refused: 0 })
  const third = await bring(items.map(({ slug: _, ...unnamed }) => unnamed))
  expect(third.body.totals.unchanged).toBe(1_000)
  expect(await counts()).toEqual(after)
})

test('two imports at once of the same things: one adds them, the other finds them there', async () => {
  const items = Array.from({ length: 50 }, (_, i) => note(`at-once-${i}`, { externalId: `at-once-${i}` }))
  const both = await Promise.all([bring(items), bring(items.toReversed())])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  const totals = both.map(({ body }) => [body.totals.create, body.totals.unchanged])
  expect(totals.toSorted()).toEqual([
    [0, 50],
    [50, 0],
  ])
})

test('an import and an editor at once neither wait for each other for ever nor lose a change', async () => {
  const { value } = await createThing(
    seeded.store,
    { actor: 'anna', scopes: ['annotate'], now },
    eventKind,
    note('edited-too'),
  )
  const edit = api.request('/api/v1/events/edited-too', {
    method: 'PATCH',
    headers: { 'x-test-caller': 'annotator', 'content-type': 'application/json' },
    body: JSON.stringify({ version: 1, title: 'Edited' }),
  })
  const [brought, edited] = await Promise.all([bring([{ slug: value.slug, sourceName: 'Brought' }]), edit])
  expect(brought.body.totals.update).toBe(1)
  expect([200, 409]).toContain(edited.status)
  const stored = await seeded.store.sql.begin((sql) => eventKind.read(sql, 'edited-too'))
  expect(stored?.value.sourceName).toBe('Brought')
  expect(stored?.value.title).toBe(edited.status === 200 ? 'Edited' : 'Note edited-too')
})

test('a dry run tells what would change and stores nothing', async () => {
  await bring([note('dry', { status: 'published' })])
  const before = await counts()
  const items = [note('dry', { title: 'Other', status: 'published' }), note('dry-new'), note('dry-bad', { start: 'x' })]
  const { status, body } = await bring(items, { search: '?dryRun=true' })
  expect(status).toBe(200)
  expect(body.stored).toBe(false)
  expect(body.lines).toMatchObject([
    { line: 1, key: 'dry', outcome: 'update', difference: [{ field: 'title', stored: 'Note dry', sent: 'Other' }] },
    { line: 2, key: 'dry-new', outcome: 'create', difference: [] },
    { line: 3, key: 'dry-bad', outcome: 'refused', fields: [{ name: 'start' }, { name: 'phase' }] },
  ])
  expect(await counts()).toEqual(before)
  expect((await bring([note('dry', { status: 'published' })])).body.totals.unchanged).toBe(1)
})

test('a file with a bad line is stored not at all, or without that line when that is asked for', async () => {
  const items = [note('part-good'), note('part-bad', { listings: ['NOPE'] }), 'part', note('part-good')]
  const before = await counts()
  const whole = await bring(items)
  expect([whole.status, whole.body.type]).toEqual([422, 'urn:tidemark:problem:import-refused'])
  expect(whole.body.parameters?.map(({ name }) => name)).toEqual(['lines.2.listings', 'lines.3.item', 'lines.4.slug'])
  expect(await counts()).toEqual(before)
  const some = await bring(items, { search: '?partial=true' })
  expect(some.body).toMatchObject({ stored: true, totals: { create: 1, refused: 3 } })
  expect(await counts()).toEqual({ events: before.events + 1, entries: before.entries + 1 })
})

test('a row takes over neither the name nor the external id of another thing, nor what a file owns', async () => {
  await bring([note('mine', { externalId: 'x-mine' }), note('yours', { externalId: 'x-yours' }), note('plain')])
  await seeded.store.sql`UPDATE event SET managed_by = 'events.yaml' WHERE slug = 'plain'`
  const refused: [Record<string, unknown>, string][] = [
    [{ slug: 'mine', externalId: 'x-yours' }, 'slug'],
    [note('mine', { externalId: 'x-third' }), 'slug'],
    [{ ...note('', { externalId: 'x-third' }), slug: undefined, title: 'Mine' }, 'slug'],
    [note('plain', { title: 'Taken over' }), 'slug'],
  ]
  for (const [row, field] of refused) {
    const { body } = await bring([row], { search: '?dryRun=true' })
    expect(body.lines.map(({ outcome, fields }) => [outcome, fields[0]?.name])).toEqual([['refused', field]])
  }
  const same = await bring([note('plain')])
  expect(same.body.totals.unchanged).toBe(1)
  const adopted = await bring([note('adopted')])
  expect(adopted.body.totals.create).toBe(1)
  expect((await bring([{ slug: 'adopted', externalId: 'x-adopted' }])).body.totals.update).toBe(1)
  expect((await bring([{ externalId: 'x-adopted', title: 'By its id' }])).body.lines[0]?.key).toBe('adopted')
})

test('an external id moves from one thing to another within one file', async () => {
  await bring([note('from', { externalId: 'moving' }), note('to')])
  const { body } = await bring([
    { slug: 'to', externalId: 'moving-2' },
    { slug: 'from', externalId: null },
  ])
  expect(body.totals.update).toBe(2)
  const chain = await bring([note('newer', { externalId: 'moving-2', slug: undefined, title: 'x' })])
  expect(chain.body.lines[0]?.key).toBe('to')
})

test('an empty cell clears what may be empty, and is refused where something must be said', async () => {
  await bring([
    note('emptied', { end: '2025-08-22T07:00Z', tags: ['x'], sourceUrl: 'https://example.org/', text: 'T' }),
  ])
  const { body } = await bring('slug,end,tags,sourceUrl,text,status\nemptied,,,,,')
  expect(body.lines[0]?.difference.map(({ field, sent }) => [field, sent])).toEqual([
    ['text', ''],
    ['end', null],
    ['sourceUrl', null],
    ['tags', []],
  ])
  const refused = await bring('slug,title\nemptied,', { search: '?dryRun=true' })
  expect(refused.body.lines[0]?.fields).toEqual([{ name: 'title', detail: 'expected 1 to 200 characters' }])
})

test('nobody else than whoever may annotate imports, or sees drafts in an export', async () => {
  await bring([note('still-a-draft')])
  for (const [as, status] of [
    ['', 401],
    ['viewer', 403],
  ] as const) {
    expect((await bring([note('never')], { as })).status).toBe(status)
    expect((await bring('not,a,head', { as })).status).toBe(status)
    expect((await take('?status=draft', { as })).status).toBe(status)
    const open = await take('?format=csv', { as })
    expect(open.status).toBe(200)
    expect(open.text).not.toContain('still-a-draft')
  }
  expect((await take('?status=draft')).text).toContain('still-a-draft')
})

test('a CSV says of each line what is wrong with it', async () => {
  const head = 'slug,title,titleZh,text,textZh,start,phase,sourceName,confirmed,tags,listings'
  const lines = [
    'csv-good,Good,好,"two\nlines",,2025-08-21,after,Paper,TRUE,"a; b\\;c",NVDA',
    'csv-day,Day,好,,,2025-02-30,after,Paper,false,,',
    'csv-flag,Flag,好,,,2025-08-21,after,Paper,maybe,,',
    'csv-short,Short',
    ',,好,,,2025-08-21,after,Paper,false,,',
  ]
  const { body } = await bring([head, ...lines].join('\n'), { search: '?partial=true' })
  expect(body.lines.map(({ line, outcome, fields }) => [line, outcome, ...fields.map(({ name }) => name)])).toEqual([
    [2, 'create'],
    [4, 'refused', 'start'],
    [5, 'refused', 'confirmed'],
    [6, 'refused', 'line'],
    [7, 'refused', 'slug', 'title'],
  ])
  const stored = await seeded.store.sql.begin((sql) => eventKind.read(sql, 'csv-good'))
  expect(stored?.value).toMatchObject({ text: 'two\nlines', confirmed: true, tags: ['a', 'b;c'], listings: ['NVDA'] })
})

test.each([
  ['slug,price\nx,1', 'price'],
  ['slug,slug\nx,1', 'slug'],
  ['', 'body'],
  ['slug', 'body'],
])('the CSV %j is refused whole', async (text, name) => {
  const { status, body } = await bring(text)
  expect([status, body.parameter]).toEqual([400, name])
})

test('bodies of another type, too many things and too many bytes are refused', async () => {
  const post = (type: string, body: string) =>
    api.request('/api/v1/import/events', {
      method: 'POST',
      headers: { 'x-test-caller': 'annotator', 'content-type': type },
      body,
    })
  expect((await post('text/plain', 'slug\nx')).status).toBe(400)
  expect((await post('application/json', '[]')).status).toBe(400)
  expect((await post('application/json', '{')).status).toBe(400)
  expect((await post('text/csv', `slug\n${'x\n'.repeat(5_001)}`)).status).toBe(400)
  expect((await post('text/csv', 'x'.repeat(5 * 1_024 * 1_024 + 1))).status).toBe(413)
})

// A fifth of what is let in: what takes the square of a file's length would take minutes here too.
test('hostile files of a megabyte are answered before anybody gives up', async () => {
  const size = 1_000_000
  const files = [
    `slug\n"${'a'.repeat(size)}`,
    `slug\n"${'""'.repeat(size / 2)}`,
    `slug,title\n${'"'.repeat(size)}`,
    `slug,title\n${'",'.repeat(size / 2)}`,
    `slug,title\n${'"\n'.repeat(size / 2)}`,
    `slug\n${';'.repeat(size)}`,
    `tags\n${'\\'.repeat(size)}`,
    `text\n${"'".repeat(size)}`,
    `text\n"${'\n '.repeat(size / 2)}"`,
    `slug${','.repeat(size)}`,
  ]
  for (const text of files) {
    const { status } = await bring(text, { search: '?dryRun=true' })
    expect([200, 400]).toContain(status)
  }
  const deep = await api.request('/api/v1/import/events', {
    method: 'POST',
    headers: { 'x-test-caller': 'annotator', 'content-type': 'application/json' },
    body: `{"items":${'['.repeat(size / 2)}${']'.repeat(size / 2)}}`,
  })
  expect(deep.status).toBe(400)
  expect(((await deep.json()) as ProblemAnswer).detail).toContain('deep')
})

const risky = fc.constantFrom('=', '+', '-', '@', "'", ';', '\\', '"', ',', '\n', ' ', '\t', '＝', 'a', '1', '💥', '寒')
const line = (most: number) =>
  fc
    .array(
      risky.filter((part) => part !== '\n' && part !== '\t'),
      { minLength: 1, maxLength: most },
    )
    .map((parts) => parts.join('').trim())
    .filter((text) => text !== '')
const prose = fc.array(risky, { maxLength: 12 }).map((parts) => parts.join('').trim())

test('whatever the texts are, an export as CSV is safe in a spreadsheet and comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ title: line(8), text: prose, sourceName: line(5), tags: fc.uniqueArray(line(5), { maxLength: 4 }) }),
      async (fields) => {
        await bring([note('round', { ...fields, status: 'archived', externalId: 'round' })])
        const stored = await seeded.store.sql.begin((sql) => eventKind.read(sql, 'round'))
        expect(stored?.value).toMatchObject(fields)
        const { text } = await take('?format=csv&status=archived')
        for (const delimiter of [',', ';']) {
          for (const cell of asSpreadsheet(text, delimiter)) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
        }
        const back = await bring(text)
        expect(back.body.totals).toMatchObject({ create: 0, update: 0, refused: 0 })
      },
    ),
    { numRuns: 60 },
  )
})

/** The cells that a spreadsheet makes of a CSV which it cuts at commas, or (where commas are decimal signs) at semicolons and line ends. */
function asSpreadsheet(text: string, delimiter: string): string[] {
  if (delimiter === ';') return text.split(/[;\r\n]/).map((cell) => cell.replace(/^"/, '').trimStart())
  const cells = text.match(/"(?:[^"]|"")*"|[^,\r\n]+/g) ?? []
  return cells.map((cell) => cell.replace(/^"/, ''))
}

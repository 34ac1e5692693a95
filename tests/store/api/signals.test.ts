import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, nobody } from '@/lib/access/caller'
import { createApi } from '@/lib/api/app'
import type { BacktestView, RulesView } from '@/lib/api/rules/schema'
import type { SignalsView } from '@/lib/api/signals/schema'
import { evaluateRules } from '@/lib/signals/evaluate'
import { contextAt } from '../../database/fresh'
import { now, type SeededApi, seededApi } from './seeded'

const callers: Readonly<Record<string, Caller>> = {
  annotator: { actor: 'anna@example.org', scopes: ['read', 'annotate'], userId: 'a', via: 'session' },
  admin: { actor: 'root@example.org', scopes: ['read', 'annotate', 'admin'], userId: 'r', via: 'session' },
}

let seeded: SeededApi
let api: ReturnType<typeof createApi>
beforeAll(async () => {
  seeded = await seededApi()
  await evaluateRules(seeded.store, contextAt(now.toISOString()))
  api = createApi({
    store: seeded.store,
    now: () => now,
    identify: async (request) => callers[request.headers.get('x-test-caller') ?? ''] ?? nobody,
  })
})
afterAll(() => seeded.store.close())

const signals = (query = '') => seeded.json<SignalsView>(`/api/v1/signals${query}`)

async function send(method: string, path: string, body?: unknown, as = 'admin') {
  const response = await api.request(`http://tidemark.test/api/v1${path}`, {
    method,
    headers: { 'x-test-caller': as, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> & { detail?: string } }
}

describe('GET /signals', () => {
  test('tells each in a sentence with its figures, source, moment and the way to what it is of', async () => {
    const { items } = await signals('?rule=abnormal-return&listing=688256.SS&from=2025-08-22&to=2025-08-22')
    expect(items).toMatchObject([
      {
        rule: 'abnormal-return',
        ruleNameZh: '异常收益',
        listing: { symbol: '688256.SS', name: 'Cambricon Technologies', nameZh: '寒武纪' },
        session: '2025-08-22',
        knownAt: '2025-08-22T07:00:00.000Z',
        text: expect.stringMatching(
          /^Cambricon Technologies moved \+20\.0% while STAR 50 moved \+8\.6%: \+7\.5% beyond/,
        ),
        textZh: expect.stringContaining('寒武纪变动+20.0%'),
        numbers: { t: expect.closeTo(2.157, 3), benchmark: '000688.SS' },
        source: 'Bundled figures',
        about: null,
      },
    ])
    const moved = (await signals('?rule=event-moved')).items[0]
    expect(moved?.about).toMatchObject({ kind: 'event', title: expect.stringMatching(/./) })
    expect(moved?.text).toContain(moved?.about?.title)
  })

  test('pages through all of them, the latest first, each once', async () => {
    const whole = await signals('?limit=500')
    expect(whole.total).toBe(whole.items.length)
    expect(whole.items.length).toBeGreaterThan(150)
    const known = whole.items.map(({ knownAt }) => knownAt)
    expect(known).toEqual([...known].sort().reverse())
    const paged = []
    for (let page = 1; page <= Math.ceil(whole.total / 40); page++) {
      paged.push(...(await signals(`?limit=40&page=${page}`)).items)
    }
    expect(paged).toEqual(whole.items)
    expect((await signals('?page=999')).items).toEqual([])
  })

  test('asOf leaves out what could not be known then, to the second', async () => {
    const at = async (moment: string) =>
      (await signals(`?rule=abnormal-return&asOf=${moment}&limit=1`)).items[0]?.session
    expect(await at('2025-08-22T07:00:00Z')).toBe('2025-08-22')
    expect(await at('2025-08-22T06:59:59Z')).not.toBe('2025-08-22')
  })

  test.each([
    ['?listing=NOPE', 404, 'listing'],
    ['?rule=abnormal', 404, 'rule'],
    ['?from=2025-13-01', 400, 'from'],
    ['?from=2025-02-01&to=2025-01-01', 400, 'from'],
    ['?page=0', 400, 'page'],
    ['?limit=501', 400, 'limit'],
    ['?nonsense=1', 400, 'nonsense'],
  ])('%s is a %i that names %s', async (query, status, name) => {
    const problem = await seeded.problem(`/api/v1/signals${query}`, status)
    expect(problem.parameter).toBe(name)
    if (name === 'rule') expect(problem.near).toContain('abnormal-return')
  })
})

describe('the rules', () => {
  test('say what they look for, in both languages, and how often they came true', async () => {
    const { items } = await seeded.json<RulesView>('/api/v1/rules')
    expect(items).toHaveLength(13)
    const [first] = items
    expect(first).toMatchObject({
      slug: 'abnormal-return',
      parameters: { errors: 2, percent: 5, estimation: 250, gap: 10 },
      description: expect.stringContaining('2 prediction errors'),
    })
    expect(first?.signals).toBe((await signals('?rule=abnormal-return')).total)
    for (const { description, descriptionZh } of items) {
      expect(description).toMatch(/^[a-z0-9]/)
      expect(descriptionZh).toMatch(/\p{Script=Han}/u)
    }
  })

  test('a back-test finds what was recorded, and says how often a year', async () => {
    const backtest = await seeded.json<BacktestView>('/api/v1/rules/drawdown/backtest')
    const stored = await signals('?rule=drawdown&limit=500')
    expect(backtest.fired).toBe(stored.total)
    expect(backtest.items.map(({ cause }) => cause).sort()).toEqual(stored.items.map(({ cause }) => cause).sort())
    expect(backtest).toMatchObject({ from: '2024-01-02', to: '2026-11-24' })
    expect(backtest.text).toMatch(
      /^Would have fired \d+ times from 2024-01-02 to 2026-11-24, about \d+(\.\d)? a year\.$/,
    )
    const year = await seeded.json<BacktestView>('/api/v1/rules/drawdown/backtest?from=2025-01-01&to=2025-12-31')
    expect(year.fired).toBe(backtest.byYear.find((one) => one.year === '2025')?.count)
    await seeded.problem('/api/v1/rules/nothing/backtest', 404)
    await seeded.problem('/api/v1/rules/drawdown/backtest?from=2025-12-31&to=2025-01-01', 400)
  })

  test('a preview plays a rule that is not stored, and stores nothing', async () => {
    const before = (await signals()).total
    const rule = { kind: 'drawdown', parameters: { percent: 40, rearm: 20 }, listings: ['688256.SS'] }
    const { status, body } = await send('POST', '/rules/preview?from=2025-01-01', rule)
    expect(status).toBe(200)
    expect(body).toMatchObject({ rule: null, from: '2025-01-01', description: expect.stringContaining('40%') })
    expect((await signals()).total).toBe(before)
    expect((await send('POST', '/rules/preview', rule, 'annotator')).status).toBe(403)
    expect((await send('POST', '/rules/preview', rule, '')).status).toBe(401)
  })

  test('admins add, change, archive and undo them; each step is in the audit', async () => {
    const rule = { name: 'Deep fall', nameZh: '深跌', kind: 'drawdown', parameters: { percent: 35 } }
    const added = await send('POST', '/rules', rule)
    expect(added).toMatchObject({
      status: 201,
      body: {
        slug: 'deep-fall',
        status: 'draft',
        version: 1,
        parameters: { percent: 35, rearm: 10, window: 250, quotes: false },
      },
    })
    await seeded.problem('/api/v1/rules/deep-fall', 404)
    expect((await send('GET', '/rules/deep-fall', undefined, 'annotator')).status).toBe(404)
    expect((await send('GET', '/rules?status=draft')).body.items).toMatchObject([{ slug: 'deep-fall' }])
    const published = await send('PATCH', '/rules/deep-fall', { version: 1, status: 'published', listings: ['NVDA'] })
    expect(published.body).toMatchObject({ version: 2, listings: ['NVDA'] })
    const other = await send('PATCH', '/rules/deep-fall', { version: 2, kind: 'gap', parameters: {} })
    expect([other.status, other.body.parameter]).toEqual([400, 'kind'])
    await evaluateRules(seeded.store, contextAt(now.toISOString()))
    expect((await signals('?rule=deep-fall')).items.every(({ listing }) => listing?.symbol === 'NVDA')).toBe(true)
    expect((await send('DELETE', '/rules/deep-fall?version=2')).body.status).toBe('archived')
    await seeded.problem('/api/v1/signals?rule=deep-fall', 404)
    const trail = (await send('GET', '/audit?entity=rule&key=deep-fall')).body.items as { id: number; action: string }[]
    expect(trail.map(({ action }) => action)).toEqual(['archive', 'update', 'create'])
    const undone = await send('POST', `/audit/${trail[0]?.id}/undo`, { version: 3 })
    expect(undone.body).toMatchObject({ after: { status: 'published' } })
    await send('DELETE', '/rules/deep-fall?version=4')
  })

  const rule = { name: 'Bad', nameZh: '坏', kind: 'drawdown', parameters: {} }
  test.each([
    [{ ...rule, kind: 'moon-phase' }, 'kind'],
    [{ ...rule, parameters: { percent: 100 } }, 'parameters.percent'],
    [{ ...rule, parameters: { percent: 20, rearm: 30 } }, 'parameters.rearm'],
    [{ ...rule, parameters: { depth: 20 } }, 'parameters.depth'],
    [{ ...rule, kind: 'relative-strength' }, 'parameters.against'],
    [{ ...rule, kind: 'relative-strength', parameters: { against: 'NOPE' } }, 'parameters.against'],
    [{ ...rule, listings: ['NVDA', 'NOPE'] }, 'listings'],
    [{ ...rule, listings: ['NVDA', 'NVDA'] }, 'listings'],
    [{ ...rule, name: 'drawdown', slug: 'drawdown' }, 'slug'],
    [{ ...rule, parameters: [] }, 'parameters'],
  ])('%j is refused and names %s', async (body, field) => {
    const refused = await send('POST', '/rules', body)
    expect(refused.status).toBe(400)
    expect((refused.body.parameters as { name: string }[]).map(({ name }) => name)).toEqual([field])
  })

  test('nobody but an admin writes them', async () => {
    for (const [as, status] of [
      ['', 401],
      ['annotator', 403],
    ] as const) {
      expect((await send('POST', '/rules', rule, as)).status).toBe(status)
      expect((await send('DELETE', '/rules/drawdown?version=1', undefined, as)).status).toBe(status)
      expect((await send('GET', '/rules?status=draft', undefined, as)).status).toBe(status)
    }
  })
})

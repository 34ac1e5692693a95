import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAudit } from '@/lib/store/audit/list'
import { parsedInput } from '@/lib/store/editable/value'
import { claimKind } from '@/lib/studies/claims/editable'
import { claims } from '@/prisma/seed'
import { type CallingApi, callingApi } from './calling'

let api: CallingApi
beforeAll(async () => {
  api = await callingApi('annotator')
})
afterAll(() => api.store.close())

const halfYear = {
  ...{ slug: 'half-year', statement: 'It took in 2.88 billion.', statementZh: '收入28.8亿元。' },
  ...{ kind: 'level', statedOn: '2025-09-19', sourceName: 'A paper' },
  parameters: {
    revenue: { topic: 'cambricon', quarters: ['2025-Q1', '2025-Q2'] },
    ...{ currency: 'CNY', said: '2.88', unit: '1000000000', decimals: 2 },
  },
}

test('every claim that ships in the box is one the commands would take, as it stands', async () => {
  for (const { slug } of claims) {
    const stored = await api.store.sql.begin((sql) => claimKind.read(sql, slug))
    expect(parsedInput(claimKind.schema, stored?.value)).toEqual(stored?.value)
  }
})

test('a claim is previewed without being stored, added as a draft, published, changed, archived and undone', async () => {
  const { slug: _, statement: __, statementZh: ___, sourceName: ____, ...bare } = halfYear
  const preview = await api.send('POST', '/claims/preview', bare)
  expect(preview).toMatchObject({
    status: 200,
    body: { verdict: 'holds-within-rounding', computed: { value: 2.88064347109 } },
  })
  expect((await api.send('GET', '/claims?status=draft')).body.items).toEqual([])

  const added = await api.send('POST', '/claims', halfYear)
  expect(added).toMatchObject({ status: 201, body: { status: 'draft', version: 1, verdict: preview.body.verdict } })
  expect((await api.send('GET', '/claims/half-year', undefined, '')).status).toBe(404)
  expect((await api.send('GET', '/claims/half-year')).status).toBe(200)
  expect((await api.send('GET', '/claims?status=draft', undefined, 'viewer')).status).toBe(403)

  const more = { ...halfYear.parameters, said: '2.99' }
  const changed = await api.send('PATCH', '/claims/half-year', { version: 1, status: 'published', parameters: more })
  expect(changed.body).toMatchObject({ version: 2, verdict: 'does-not-hold' })
  expect((await api.send('GET', '/claims/half-year', undefined, '')).body.verdict).toBe('does-not-hold')
  const late = await api.send('PATCH', '/claims/half-year', { version: 1, statement: 'Mine' })
  expect(late).toMatchObject({ status: 409, body: { difference: [{ field: 'statement', sent: 'Mine' }] } })

  expect((await api.send('DELETE', '/claims/half-year?version=2')).body.status).toBe('archived')
  const trail = await listAudit(api.store.sql, { entity: 'claim', key: 'half-year' })
  expect(trail.map(({ action }) => action)).toEqual(['archive', 'update', 'create'])
  await api.send('POST', `/audit/${trail[1]?.id}/undo`, { version: 3 })
  expect((await api.send('GET', '/claims/half-year')).body).toMatchObject({ status: 'draft', version: 4 })
})

test.each([
  [{ kind: 'guess' }, 'kind'],
  [{ parameters: [] }, 'parameters'],
  [{ parameters: { ...halfYear.parameters, said: 'two' } }, 'parameters.said'],
  [{ parameters: { ...halfYear.parameters, extra: 1 } }, 'parameters.extra'],
  [{ parameters: { ...halfYear.parameters, revenue: { topic: 'cambricon', quarters: ['2025'] } } }, 'quarters.0'],
  [{ kind: 'not-checkable', parameters: { needs: 'a\u0000b', needsZh: '\ud800' } }, 'parameters.needs'],
  [{ statedOn: '2025-02-30' }, 'statedOn'],
  [{ statement: '' }, 'statement'],
])('the claim with %j is refused in preview and in earnest, and its field is named', async (wrong, field) => {
  for (const path of ['/claims', '/claims/preview']) {
    const { status, body } = await api.send('POST', path, { ...halfYear, slug: 'wrong', ...wrong })
    expect([status, body.parameters?.some(({ name }) => name.includes(field))]).toEqual([400, true])
  }
  expect((await api.send('GET', '/claims/wrong')).status).toBe(404)
})

test('who may not annotate is refused before the body is looked at', async () => {
  for (const [as, status] of [
    ['', 401],
    ['viewer', 403],
  ] as const) {
    for (const path of ['/claims', '/claims/preview'])
      expect((await api.send('POST', path, {}, as)).status).toBe(status)
  }
})

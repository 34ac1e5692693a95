import { afterAll, beforeAll, expect, test } from 'vitest'
import { parsedInput } from '@/lib/store/editable/value'
import { milestoneKind } from '@/lib/store/milestone/editable'
import { milestones } from '@/prisma/seed'
import { type CallingApi, callingApi } from './calling'

let api: CallingApi
let now = new Date('2026-11-24T02:00:00Z')
beforeAll(async () => {
  api = await callingApi('annotator', () => now)
})
afterAll(() => api.store.close())

const chip = {
  ...{ slug: 'ascend-980', title: 'Ascend 980', titleZh: '昇腾980', topic: 'ascend-970' },
  ...{ promised: '2026-Q3', sourceName: 'A paper', status: 'published' },
}

test('every milestone that ships in the box is one the commands would take, as it stands', async () => {
  for (const { slug } of milestones) {
    const stored = await api.store.sql.begin((sql) => milestoneKind.read(sql, slug))
    expect(parsedInput(milestoneKind.schema, stored?.value)).toEqual(stored?.value)
  }
})

test('a milestone slips, and its earlier windows are kept with when and by whom; an undo takes a slip back', async () => {
  const added = await api.send('POST', '/milestones', chip)
  expect(added).toMatchObject({ status: 201, body: { state: 'late', slips: [], version: 1 } })
  await api.send('PATCH', '/milestones/ascend-980', { version: 1, promised: '2027-Q1' })
  now = new Date('2026-11-25T02:00:00Z')
  await api.send('PATCH', '/milestones/ascend-980', { version: 2, promised: '2027-Q2' })
  const slips = [
    { promised: '2026-Q3', changedAt: '2026-11-24T02:00:00.000Z', changedBy: 'anna@example.org' },
    { promised: '2027-Q1', changedAt: '2026-11-25T02:00:00.000Z', changedBy: 'anna@example.org' },
  ]
  expect((await api.send('GET', '/milestones/ascend-980')).body).toMatchObject({ promised: '2027-Q2', slips })
  const publicly = await api.send('GET', '/milestones/ascend-980', undefined, '')
  expect(publicly.body.slips).toEqual(slips.map((slip) => ({ ...slip, changedBy: null })))

  const trail = (await api.send('GET', '/audit?entity=milestone&key=ascend-980')).body.items as { id: number }[]
  await api.send('POST', `/audit/${trail[0]?.id}/undo`, { version: 3 })
  expect((await api.send('GET', '/milestones/ascend-980')).body).toMatchObject({
    promised: '2027-Q1',
    slips: slips.slice(0, 1),
  })
})

test('it ships, with its evidence; an archived one is seen by editors only', async () => {
  const shipped = { version: 4, shippedOn: '2026-11', evidence: 'On sale.', evidenceUrl: 'https://example.org/980' }
  expect((await api.send('PATCH', '/milestones/ascend-980', shipped)).body).toMatchObject({ state: 'shipped' })
  expect((await api.send('DELETE', '/milestones/ascend-980?version=5')).body.status).toBe('archived')
  expect((await api.send('GET', '/milestones/ascend-980', undefined, '')).status).toBe(404)
  expect((await api.send('GET', '/milestones?status=archived')).body.items).toMatchObject([{ slug: 'ascend-980' }])
})

test.each([
  [{ promised: 'soon' }, 'promised'],
  [{ shippedOn: '2026-13' }, 'shippedOn'],
  [{ topic: 'nowhere' }, 'topic'],
  [{ evidenceUrl: 'javascript:alert(1)' }, 'evidenceUrl'],
  [{ position: -1 }, 'position'],
  [{ slug: 'ascend-960' }, 'slug'],
])('a milestone with %j is refused and its field named', async (wrong, field) => {
  const { status, body } = await api.send('POST', '/milestones', { ...chip, slug: 'wrong', ...wrong })
  expect([status, body.parameters?.map(({ name }) => name)]).toEqual([400, [field]])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { searchSchema } from '@/lib/api/search/schema'
import { type SeededApi, seededApi } from './seeded'

let seeded: SeededApi
beforeAll(async () => {
  seeded = await seededApi()
})
afterAll(() => seeded.store.close())

const search = async (query = '') => searchSchema.parse(await seeded.json(`/api/v1/search${query}`)).items

test('without words every listing, event, claim and milestone is there once', async () => {
  const items = await search()
  for (const [kind, path] of [
    ['listing', 'listings'],
    ['event', 'events?kind=all'],
    ['claim', 'claims'],
    ['milestone', 'milestones'],
  ] as const) {
    const { items: all } = await seeded.json<{ items: unknown[] }>(`/api/v1/${path}`)
    expect(items.filter((item) => item.kind === kind)).toHaveLength(all.length)
  }
  expect(new Set(items.map(({ kind, slug }) => `${kind}:${slug}`)).size).toBe(items.length)
})

test('a symbol, a company in Chinese and a topic find what they name, the listing first', async () => {
  expect((await search('?q=688256'))[0]).toMatchObject({ kind: 'listing', slug: '688256.SS' })
  expect((await search(`?q=${encodeURIComponent('英伟达')}`))[0]).toMatchObject({ kind: 'listing', slug: 'NVDA' })
  expect((await search('?q=ue8m0')).map(({ slug }) => slug)).toContain('deepseek-ue8m0')
  expect(await search('?q=no%20such%20thing')).toEqual([])
})

test('with a moment, nothing that came later', async () => {
  const [now, then] = [await search(), await search('?asOf=2025-09-01')]
  expect(then.length).toBeLessThan(now.length)
  expect(then.filter(({ kind, date }) => kind !== 'milestone' && date !== null && date > '2025-09-01')).toEqual([])
})

test('a query that is too long is named', async () => {
  expect(await seeded.problem(`/api/v1/search?q=${'x'.repeat(101)}`, 400)).toMatchObject({
    parameters: [{ name: 'q', detail: expect.stringContaining('expected at most 100 characters') }],
  })
})

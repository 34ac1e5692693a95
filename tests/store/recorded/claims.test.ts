import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ClaimsView } from '@/lib/api/claims/schema'
import { haveRecordings, recorded } from '../../recorded/feeds/shared'
import { type SeededApi, seededApi } from '../api/seeded'

/** The verdicts of the article's table of claims, in its order. */
function verdictsOfTable(text: string): string[] {
  const table = text.slice(text.indexOf('## Claims to check'))
  const rows = table.split('\n').filter((line) => line.startsWith('|'))
  return rows.slice(2).map((row) => row.split('|').at(-2)?.trim().replaceAll(' ', '-') ?? '')
}

describe.skipIf(!haveRecordings)('the table of ../shared/facts/article.md (skipped without ../shared)', () => {
  let seeded: SeededApi
  beforeAll(async () => {
    seeded = await seededApi()
  })
  afterAll(() => seeded?.store.close())

  test.each(['?asOf=2025-09-30', ''])('has the verdicts that the store gives%s', async (query) => {
    const expected = verdictsOfTable(recorded('facts/article.md'))
    const { items } = await seeded.json<ClaimsView>(`/api/v1/claims${query}`)
    expect(expected).toHaveLength(10)
    expect(items.map(({ verdict }) => verdict)).toEqual(expected)
  })
})

import { describe, expect, test } from 'vitest'
import { changedFields } from '@/app/_admin/changedFields'
import { markOf, placeOf, redrawn } from '@/app/_annotate/marks'
import { holdsWords } from '@/app/_data/adminEvents'
import type { ChartMark } from '@/app/_ui/chart/model'
import type { EventView } from '@/lib/api/events/schema'

const marks: readonly ChartMark[] = [
  { number: 1, date: '2025-08-21', title: 'One', slug: 'one' },
  { number: 2, date: '2025-08-22', title: 'Two', slug: 'two' },
]
const event: EventView = {
  ...{ slug: 'new', kind: 'event', title: 'A launch', titleZh: '发布', text: 'of a chip', textZh: '' },
  ...{ start: '2025-08-21', end: null, precision: 'day', phase: 'after', date: '2025-08-21', timeNote: '' },
  ...{ timeNoteZh: '', sourceName: 'A paper', sourceUrl: null, confirmed: false, tags: [], status: 'draft' },
  ...{ version: 1, externalId: null, managedBy: null, topics: [] },
  listings: [
    { symbol: 'NVDA', mic: 'XNAS', name: 'Nvidia', nameZh: '英伟达' },
    { symbol: '688256.SS', mic: 'XSHG', name: 'Cambricon', nameZh: '寒武纪' },
  ],
  dayZero: [
    { symbol: 'NVDA', mic: 'XNAS', session: '2025-08-22', note: null, noteZh: null },
    { symbol: '688256.SS', mic: 'XSHG', session: '2025-08-25', note: null, noteZh: null },
  ],
}

describe('marks before the page gives them anew', () => {
  const changes = { of: marks, added: [markOf(event, 'A launch', [])], moved: { one: '2025-08-25', two: null } }

  test('are moved, taken away and added, with the next number', () => {
    expect(redrawn(marks, changes)).toEqual([
      { number: 1, date: '2025-08-25', title: 'One', slug: 'one' },
      expect.objectContaining({ number: 3, date: '2025-08-22', slug: 'new', draft: true }),
    ])
  })

  test('are the page’s own again as soon as it gives them', () => {
    const fresh = [...marks]
    expect(redrawn(fresh, changes)).toBe(fresh)
  })
})

describe('where the mark of an event stands', () => {
  test('on day 0 of the one listing of the chart, else of its own first one, else on its day', () => {
    expect(placeOf(event, ['688256.SS'])).toEqual({ date: '2025-08-25', mic: 'XSHG' })
    expect(placeOf(event, ['688256.SS', 'NVDA'])).toEqual({ date: '2025-08-22', mic: 'XNAS' })
    expect(placeOf(event, ['0700.HK'])).toEqual({ date: '2025-08-22', mic: 'XNAS' })
    const month = { ...event, start: '2025-08', precision: 'month' as const, dayZero: [] }
    expect(placeOf(month, ['NVDA'])).toEqual({ date: '2025-08-01', mic: null })
  })
})

test('a search finds an event that holds every word, in either language, in any order', () => {
  expect(holdsWords(event, 'CHIP launch')).toBe(true)
  expect(holdsWords(event, '发布')).toBe(true)
  expect(holdsWords(event, 'chip rocket')).toBe(false)
})

test('only fields that say something else count as changed, whatever the order of what is in them', () => {
  const read = { a: { x: 1, y: [2] }, b: 'same', c: null }
  expect(changedFields(read, { a: { y: [2], x: 1 }, b: 'same', c: null })).toEqual({})
  expect(changedFields(read, { a: { x: 1, y: [3] }, b: 'other' })).toEqual({ a: { x: 1, y: [3] }, b: 'other' })
})

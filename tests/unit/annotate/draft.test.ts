import { describe, expect, test } from 'vitest'
import { clocks, minuteOf, shownAt } from '@/app/_annotate/clock'
import { bodyOf, changesOf, draftOf, newDraft, withPrecision } from '@/app/_annotate/draft'
import type { EventView } from '@/lib/api/events/schema'
import { completeEvent, eventInput } from '@/lib/store/event/schema'

describe('clocks', () => {
  test('a minute on the clock of an exchange is stored in UTC, and shown again as it was typed', () => {
    expect(minuteOf('2025-08-27', '16:20', 'XNAS')).toBe('2025-08-27T20:20:00Z')
    expect(minuteOf('2025-12-01', '16:20', 'XNAS')).toBe('2025-12-01T21:20:00Z')
    expect(minuteOf('2025-08-22', '00:30', 'XSHG')).toBe('2025-08-21T16:30:00Z')
    expect(minuteOf('2025-08-22', '00:30', 'UTC')).toBe('2025-08-22T00:30:00Z')
    expect(shownAt('2025-08-21T16:30:00Z', 'XSHG')).toEqual({ date: '2025-08-22', time: '00:30' })
    expect(shownAt('2025-08-21T16:30Z', 'XNAS')).toEqual({ date: '2025-08-21', time: '12:30' })
  })

  test('what is no date or time is none', () => {
    for (const [date, time] of [
      ['2025-02-30', '10:00'],
      ['2025-02-28', '24:00'],
      ['', ''],
    ] as const) {
      expect(minuteOf(date, time, 'XSHG')).toBeNull()
    }
  })

  test('one for each zone, that of the listings first', () => {
    expect(clocks(['XNYS'])).toEqual(['XNYS', 'XSHG', 'XHKG', 'UTC'])
    expect(clocks(['nowhere'])).toEqual(['XSHG', 'XHKG', 'XNYS', 'UTC'])
  })
})

const stored: EventView = {
  ...{ slug: 'a-note', kind: 'event', title: 'A note', titleZh: '一则笔记', text: 'What *happened*', textZh: '' },
  ...{ start: '2025-04-15T21:22:59Z', end: null, precision: 'minute', phase: 'after', date: '2025-04-15' },
  ...{ timeNote: '', timeNoteZh: '', sourceName: 'A paper', sourceUrl: null, confirmed: true, tags: ['roadmap'] },
  ...{ status: 'published', version: 3, externalId: 'x-1', managedBy: null, dayZero: [] },
  topics: [{ slug: 'nvidia', name: 'Nvidia', nameZh: '英伟达' }],
  listings: [{ symbol: 'NVDA', mic: 'XNAS', name: 'Nvidia', nameZh: '英伟达' }],
}

describe('the form and what it sends', () => {
  test('an event that is only looked at sends no change, its seconds and its phase included', () => {
    const body = bodyOf(draftOf(stored), stored)
    expect(body.start).toBe(stored.start)
    expect(changesOf(bodyOf(draftOf(stored), stored), body)).toEqual({})
  })

  test('only what was changed is sent', () => {
    const read = bodyOf(draftOf(stored), stored)
    const draft = { ...draftOf(stored), title: 'Another', startTime: '17:30', tags: [] }
    expect(changesOf(read, bodyOf(draft, stored))).toEqual({
      title: 'Another',
      start: '2025-04-15T21:30:00Z',
      tags: [],
    })
  })

  test('a new event is one the commands take, once its phase is chosen', () => {
    const draft = { ...newDraft({ start: '2025-08-22', end: null, listings: ['688256.SS'], clock: 'XSHG' }) }
    const typed = { ...draft, title: 'A launch', sourceName: 'A paper' }
    expect(bodyOf(typed).phase).toBeUndefined()
    expect(eventInput.safeParse(completeEvent({ ...bodyOf(typed) })).error?.issues.map(({ path }) => path[0])).toEqual([
      'phase',
    ])
    const parsed = eventInput.parse(completeEvent({ ...bodyOf({ ...typed, phase: 'after' }) }))
    expect(parsed).toMatchObject({ slug: 'a-launch', titleZh: 'A launch', start: '2025-08-22', status: 'draft' })
  })

  test('another clock means another minute: what was typed is read on it', () => {
    const draft = { ...draftOf(stored), clock: 'UTC' as const }
    expect(bodyOf(draft, stored).start).toBe('2025-04-15T17:22:00Z')
  })

  test('a range of days, of months and of minutes', () => {
    const range = newDraft({ start: '2025-08-22', end: '2025-09-03', listings: [], clock: 'UTC' })
    expect(bodyOf(range)).toMatchObject({ start: '2025-08-22', end: '2025-09-03' })
    expect(bodyOf(withPrecision(range, 'month'))).toMatchObject({ start: '2025-08', end: '2025-09', phase: 'unknown' })
    expect(withPrecision(withPrecision(range, 'month'), 'day')).toMatchObject({ start: '2025-08-01' })
    const minutes = { ...withPrecision(range, 'minute'), startTime: '10:00', endTime: '11:30' }
    expect(bodyOf(minutes)).toMatchObject({ start: '2025-08-22T10:00:00Z', end: '2025-09-03T11:30:00Z' })
  })

  test('a minute that cannot be read goes as it was typed, so that the server says what it expected', () => {
    const draft = newDraft({ start: '2025-08-22', end: null, listings: [], clock: 'UTC' })
    expect(bodyOf(withPrecision(draft, 'minute')).start).toBe('2025-08-22T')
  })

  test('a Chinese title alone stands for both, and its slug is made of the day', () => {
    const draft = newDraft({ start: '2025-08-22', end: null, listings: [], clock: 'UTC' })
    expect(bodyOf({ ...draft, titleZh: '发布会' })).toMatchObject({ title: '发布会', slug: 'event-2025-08-22' })
    expect(bodyOf({ ...draft, title: 'A launch' })).not.toHaveProperty('slug')
  })
})

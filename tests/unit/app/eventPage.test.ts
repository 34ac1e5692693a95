import { describe, expect, test } from 'vitest'
import { pathsOf, sharedAxis } from '@/app/_study/path'
import type { EventEntry } from '@/app/_ui/events/entries'
import { eventWords } from '@/app/_ui/events/time'
import { around } from '@/app/(site)/events/[slug]/around'
import { dayZeroReason } from '@/app/(site)/events/[slug]/dayZeroReason'
import type { EventView } from '@/lib/api/events/view'
import type { StudyView } from '@/lib/api/study/schema'

const shanghai = { symbol: '688256.SS', mic: 'XSHG', name: 'Cambricon', nameZh: '寒武纪' }
const listings: EventView['listings'] = [shanghai, { symbol: 'NVDA', mic: 'XNAS', name: 'Nvidia', nameZh: '英伟达' }]

describe('the reason of day 0', () => {
  test('is the part of the day at the home exchange, and elsewhere the first close after it', () => {
    const event = { precision: 'day', phase: 'after', listings } as const
    expect(dayZeroReason(event, { mic: 'XSHG', note: null })).toBe('after')
    expect(dayZeroReason(event, { mic: 'XNAS', note: null })).toBe('other')
  })

  test('is the minute where that is known, and left to the note where the hour or the day is not', () => {
    expect(dayZeroReason({ precision: 'minute', phase: 'unknown', listings }, { mic: 'XNAS', note: null })).toBe(
      'minute',
    )
    expect(
      dayZeroReason({ precision: 'day', phase: 'unknown', listings }, { mic: 'XSHG', note: 'The hour' }),
    ).toBeNull()
    expect(dayZeroReason({ precision: 'month', phase: 'unknown', listings }, { mic: 'XSHG', note: null })).toBeNull()
  })
})

describe('the words of an event’s time', () => {
  const minute = {
    start: '2025-08-27T20:22:00Z',
    end: null,
    date: '2025-08-27',
    precision: 'minute',
    phase: 'unknown',
  } as const
  const months = { start: '2025-01', end: '2025-04', date: '2025-01', precision: 'month', phase: 'unknown' } as const

  test('are those of the language', () => {
    const [en, zh] = [eventWords('en'), eventWords('zh')]
    expect([en.when(minute), zh.when(minute)]).toEqual(['27 Aug 2025', '2025年8月27日'])
    expect([en.exactly(minute), zh.exactly(minute)]).toEqual(['27 Aug 2025, 20:22 UTC', '2025年8月27日 20:22 UTC'])
    expect([en.when(months), zh.when(months)]).toEqual(['January to April 2025', '2025年1月至4月'])
    expect([en.precision(months), zh.precision(months)]).toEqual(['only the month is known', '仅知月份'])
    expect([en.tag('export-control'), zh.tag('export-control'), zh.tag('brand-new')]).toEqual([
      'export control',
      '出口管制',
      'brand new',
    ])
  })
})

describe('the events around one', () => {
  const entry = (slug: string): EventEntry => ({
    ...{
      number: 1,
      slug,
      title: slug,
      kind: 'event',
      when: '',
      precision: '',
      timeNote: '',
      markDate: '',
      markEnd: null,
    },
    ...{ placed: true, listings: [], tags: [], confirmed: true, draft: false },
  })
  const entries = ['a', 'b', 'c'].map(entry)

  test('are none beyond the ends', () => {
    const slugs = ({ earlier, later }: ReturnType<typeof around>) => [earlier?.slug, later?.slug]
    expect(slugs(around(entries, 'a'))).toEqual([undefined, 'b'])
    expect(slugs(around(entries, 'b'))).toEqual(['a', 'c'])
    expect(slugs(around(entries, 'c'))).toEqual(['b', undefined])
    expect(slugs(around(entries, 'x'))).toEqual([undefined, undefined])
  })
})

describe('the paths side by side', () => {
  const settings: StudyView['settings'] = {
    ...{ model: 'market', returns: 'log', basis: 'split', confidence: 0.95 },
    ...{ pre: 1, post: 1, gap: 10, estimation: 250 },
  }
  const path = (symbol: string, car: (number | null)[]) => ({ symbol, car, carLo: car, carHi: car, refusal: null })

  test('are in percent, of those that have a figure for every day, on one axis with zero', () => {
    const paths = pathsOf({
      days: [-1, 0],
      settings,
      paths: [path('688256.SS', [0.1, Math.log(1.2)]), path('NVDA', [-0.01, -0.05]), path('0700.HK', [null, null])],
    })
    expect(paths.map(({ symbol }) => symbol)).toEqual(['688256.SS', 'NVDA'])
    expect(paths[0]?.car[1]).toBeCloseTo(20, 9)
    const { low, high, ticks } = sharedAxis(paths)
    expect(low).toBeLessThanOrEqual(-4.8)
    expect(high).toBeGreaterThanOrEqual(20)
    expect(ticks).toContain(0)
  })
})

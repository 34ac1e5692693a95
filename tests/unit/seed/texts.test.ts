import { describe, expect, test } from 'vitest'
import { articleEvents, claims, events, listings, milestones, resultsDays, topics } from '@/prisma/seed'

const topicSlugs = new Set(topics.map(({ slug }) => slug))
const symbols = new Set(listings.map(({ symbol }) => symbol))
const chinese = /[\u4e00-\u9fff]/

const duplicates = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index)

describe('topics and listings', () => {
  test('every name they use of one another exists, and parents come first', () => {
    const seen = new Set<string>()
    for (const { slug, parent } of topics) {
      if (parent !== null) expect(seen, slug).toContain(parent)
      seen.add(slug)
    }
    for (const listing of listings) {
      for (const topic of listing.topics) expect(topicSlugs, listing.symbol).toContain(topic)
      for (const other of [listing.benchmark, listing.secondBenchmark]) if (other) expect(symbols).toContain(other)
      expect(listing.feedSymbols.yahoo).toBe(listing.symbol)
    }
    expect(duplicates([...topics.map(({ slug }) => slug), ...listings.map(({ symbol }) => symbol)])).toEqual([])
  })

  test('the two sides of the argument stand first', () => {
    expect(listings.map(({ symbol, position }) => `${position} ${symbol}`).slice(0, 2)).toEqual([
      '1 688256.SS',
      '2 NVDA',
    ])
    expect(listings).toHaveLength(10)
  })
})

describe('events', () => {
  test('are 21 of the timeline, in the order of time, and 25 other results days', () => {
    expect(articleEvents).toHaveLength(21)
    expect(resultsDays).toHaveLength(25)
    expect(articleEvents.every(({ kind }) => kind === 'event')).toBe(true)
    expect(resultsDays.every(({ kind }) => kind === 'results')).toBe(true)
    expect(duplicates(events.map(({ slug }) => slug))).toEqual([])
    for (const list of [articleEvents, resultsDays]) {
      const starts = list.map(({ start }) => start)
      expect(
        starts.filter((start, index) => !starts[index - 1]?.startsWith(start) && start < (starts[index - 1] ?? '')),
      ).toEqual([])
    }
  })

  test('have times as exact as their precision says', () => {
    const shapes = {
      minute: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/,
      day: /^\d{4}-\d{2}-\d{2}$/,
      month: /^\d{4}-\d{2}$/,
    }
    for (const { slug, start, end, precision, phase } of events) {
      expect(start, slug).toMatch(shapes[precision])
      if (end !== null) expect(end > start && shapes[precision].test(end), slug).toBe(true)
      if (precision !== 'day') expect(phase, slug).toBe('unknown')
    }
  })

  test('the times and phases of the article’s table', () => {
    expect(articleEvents.map(({ slug, start, phase }) => `${slug} ${start} ${phase}`)).toEqual([
      'huawei-us-entity-list 2019-05-16 unknown',
      'deepseek-r1-shock 2025-01-27 pre',
      'r1-on-ascend 2025-01 unknown',
      'h20-licence-rule 2025-04-15T21:22:59Z unknown',
      'h20-sales-resume 2025-07-15 pre',
      'deepseek-ue8m0 2025-08-21 after',
      'cambricon-h1-2025 2025-08-26 after',
      'nvidia-q2-fy26 2025-08-27T20:22:00Z unknown',
      'beijing-stop-buying 2025-09-17 unknown',
      'huawei-connect-2025 2025-09-18 intraday',
      'tencent-adapted 2025-09 unknown',
      't-head-chip 2025-09 unknown',
      'cambricon-q3-2025 2025-10-17 after',
      'nvidia-q3-fy26 2025-11-19T21:20:00Z unknown',
      'moore-threads-ipo 2025-12-05 pre',
      'h200-permitted 2025-12-08 unknown',
      'metax-ipo 2025-12-17 pre',
      'cambricon-fy2025 2026-03-12 after',
      'deepseek-v4-preview 2026-04-24 unknown',
      'cambricon-q1-2026 2026-04-29 after',
      'cambricon-h1-2026 2026-08-07 after',
    ])
  })

  test('each quarter’s announcement is one event: no day of results appears twice for one company', () => {
    const days = events
      .filter(({ tags }) => tags.includes('results'))
      .map(({ topics: [topic], start }) => `${topic} ${start.slice(0, 10)}`)
    expect(duplicates(days)).toEqual([])
    expect(days.filter((day) => day.startsWith('nvidia'))).toHaveLength(18)
    expect(days.filter((day) => day.startsWith('cambricon'))).toHaveLength(14)
  })

  test('name topics and listings that exist, with a text in both languages and a source', () => {
    for (const event of events) {
      for (const topic of event.topics) expect(topicSlugs, event.slug).toContain(topic)
      for (const symbol of event.listings) expect(symbols, event.slug).toContain(symbol)
      expect(duplicates([...event.topics, ...event.listings]), event.slug).toEqual([])
      for (const text of [event.title, event.text, event.timeNote, event.sourceName])
        expect(text.length, event.slug).toBeGreaterThan(5)
      for (const text of [event.titleZh, event.textZh, event.timeNoteZh]) expect(text, event.slug).toMatch(chinese)
      for (const text of [event.title, event.text, event.timeNote]) expect(text, event.slug).not.toMatch(chinese)
      if (event.sourceUrl !== null)
        expect(event.sourceUrl, event.slug).toMatch(
          /^https:\/\/www\.sec\.gov\/Archives\/edgar\/data\/1045810\/\d{18}\//,
        )
    }
  })
})

describe('claims and milestones', () => {
  test('are ten and six, with texts in both languages', () => {
    expect(claims).toHaveLength(10)
    expect(milestones).toHaveLength(6)
    expect(duplicates([...claims, ...milestones].map(({ slug }) => slug))).toEqual([])
    for (const claim of claims) {
      expect(claim.statementZh, claim.slug).toMatch(chinese)
      expect(claim.statement, claim.slug).not.toMatch(chinese)
      expect(JSON.parse(JSON.stringify(claim.parameters)), claim.slug).toEqual(claim.parameters)
    }
    for (const milestone of milestones) {
      expect(topicSlugs).toContain(milestone.topic)
      expect(milestone.evidenceZh).toMatch(chinese)
    }
  })

  test('the windows are the roadmap’s', () => {
    expect(milestones.map(({ topic, promised }) => `${topic} ${promised}`)).toEqual([
      'ascend-950pr 2026-Q1',
      'ascend-950dt 2026-Q4',
      'ascend-960 2027',
      'ascend-970 2028',
      'atlas-950 null',
      'atlas-960 null',
    ])
  })
})

import { Decimal } from 'decimal.js'
import { describe, expect, test } from 'vitest'
import { claimKinds, claimParameters } from '@/lib/studies/claims/kinds'
import { articleEvents, bundledBars, claims, events, listings, revenue, topics } from '@/prisma/seed'

const sum = ({ topic, quarters }: { readonly topic: string; readonly quarters: readonly string[] }) =>
  quarters.reduce((total, label) => {
    const row = revenue.find((candidate) => candidate.topic === topic && candidate.label === label)
    if (!row) throw new Error(`no ${label} of ${topic}`)
    return total.plus(row.value)
  }, new Decimal(0))

const closeOf = (symbol: string, session: string) => {
  const bars = bundledBars(symbol)
  const close = bars.close[bars.session.indexOf(session)]
  if (close === undefined) throw new Error(`${symbol} has no session ${session}`)
  return new Decimal(close)
}

const percentChange = (from: Decimal, to: Decimal) => to.div(from).minus(1).times(100)

describe('the claims of the article', () => {
  test.each(claims)('$slug has the parameters that its kind takes, and nothing that is derived', (claim) => {
    expect(claimKinds).toContain(claim.kind)
    expect(claimParameters[claim.kind].parse(claim.parameters)).toEqual(claim.parameters)
    for (const derived of ['verdict', 'finding', 'findingZh', 'sessions']) {
      expect(Object.keys({ ...claim, ...claim.parameters })).not.toContain(derived)
    }
  })

  test('name listings, topics and events that are bundled', () => {
    const known = new Set([
      ...listings.map(({ symbol }) => symbol),
      ...[...topics, ...events].map(({ slug }) => slug),
      ...revenue.map(({ label }) => label),
    ])
    const named = claims.flatMap(({ parameters }) => {
      const texts = JSON.stringify(parameters)
      return [...texts.matchAll(/"(?:listing|topic|event|fromEvent|toEvent)":"([^"]+)"/g)].map(([, name]) => name)
    })
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((name) => name !== undefined && !known.has(name))).toEqual([])
  })
})

describe('figures quoted in the events', () => {
  const text = (slug: string) => articleEvents.find((event) => event.slug === slug)?.text ?? ''

  test('are the bundled ones', () => {
    expect(percentChange(closeOf('NVDA', '2025-01-24'), closeOf('NVDA', '2025-01-27')).toFixed(1)).toBe('-17.0')
    expect(text('deepseek-r1-shock')).toContain('17.0%')
    expect(closeOf('688256.SS', '2025-08-22').toFixed(2)).toBe('1243.20')
    expect(closeOf('688256.SS', '2026-04-30').toFixed(2)).toBe('1699.96')
    const year = sum({ topic: 'cambricon', quarters: ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'] })
    expect(year.div(1e6).toFixed(2)).toBe('6497.20')
    expect(text('cambricon-fy2025')).toContain('6,497.20')
    const growth = (now: string, before: string) =>
      percentChange(
        sum({ topic: 'cambricon', quarters: [before] }),
        sum({ topic: 'cambricon', quarters: [now] }),
      ).toFixed(2)
    expect([growth('2025-Q3', '2024-Q3'), growth('2026-Q1', '2025-Q1')]).toEqual(['1332.52', '159.56'])
    const nvidia = (label: string) => sum({ topic: 'nvidia', quarters: [label] })
    expect(percentChange(nvidia('FY2025-Q3'), nvidia('FY2026-Q3')).toFixed(0)).toBe('62')
  })
})

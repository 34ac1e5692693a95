import { Decimal } from 'decimal.js'
import { describe, expect, test } from 'vitest'
import { articleEvents, bundledBars, bundledRates, type ClaimJudgement, claims, revenue } from '@/prisma/seed'

type Of<Kind extends ClaimJudgement['kind']> = Extract<(typeof claims)[number], { kind: Kind }>

function claimOf<Kind extends ClaimJudgement['kind']>(kind: Kind): Of<Kind> {
  const found = claims.filter((claim): claim is Of<Kind> => claim.kind === kind)
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} claims of kind ${kind}`)
  return found[0]
}

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

/** Change over the year that ends on a session, from the last session on or before the same date a year earlier. */
function yearTo(symbol: string, end: string): Decimal {
  const anniversary = `${Number(end.slice(0, 4)) - 1}${end.slice(4)}`
  const start = bundledBars(symbol)
    .session.filter((session) => session <= anniversary)
    .at(-1)
  if (start === undefined) throw new Error(`nothing bundled a year before ${end}`)
  return percentChange(closeOf(symbol, start), closeOf(symbol, end))
}

describe('the figures that decide each claim come out of the bundled series', () => {
  test('price change: +576.6% and +544.0%, 4 of 60 end dates, +117% to +594%', () => {
    const { parameters, verdict, finding } = claimOf('price-change')
    expect(parameters.endDates.map((end) => yearTo(parameters.listing, end).toFixed(1))).toEqual(['576.6', '544.0'])
    const sessions = bundledBars(parameters.listing).session.filter((session) => session <= parameters.ends.last)
    const changes = sessions.slice(-parameters.ends.count).map((end) => yearTo(parameters.listing, end))
    const inRange = changes.filter((change) => change.gte(parameters.range.from) && change.lt(parameters.range.below))
    expect([changes.length, inRange.length]).toEqual([60, 4])
    expect([Decimal.min(...changes).toFixed(0), Decimal.max(...changes).toFixed(0)]).toEqual(['117', '594'])
    expect(verdict).toBe('depends-on-the-dates')
    for (const figure of ['576.6%', '544.0%', '4 of the 60', '+117%', '+594%']) expect(finding).toContain(figure)
  })

  test('level: 2,880,643,471 CNY rounds to 2.88 billion', () => {
    const { parameters, verdict, finding } = claimOf('level')
    const total = sum(parameters.revenue)
    expect(total.toFixed(0)).toBe('2880643471')
    expect(total.div(parameters.unit).toFixed(parameters.decimals)).toBe(parameters.said)
    expect(verdict).toBe('holds-within-rounding')
    expect(finding).toContain('2,880,643,471')
  })

  test('growth: +4,347.82% rounds to 4,348%', () => {
    const { parameters, verdict, finding } = claimOf('growth')
    expect(sum(parameters.before).toFixed(2)).toBe('64765343.16')
    const growth = percentChange(sum(parameters.before), sum(parameters.revenue))
    expect(growth.toFixed(2)).toBe('4347.82')
    expect(growth.div(parameters.unit).toFixed(parameters.decimals)).toBe(parameters.said)
    expect(verdict).toBe('holds-within-rounding')
    expect(finding).toContain('4,347.82%')
  })

  test('conversion: 402.5, 403.9, 403.9 and 405.4 million USD, of which two round to 404', () => {
    const { parameters, verdict, finding } = claimOf('conversion')
    const rate = (date: string, quote: string) => {
      const row = bundledRates().find((candidate) => candidate.date === date && candidate.quote === quote)
      if (!row) throw new Error(`no rate of ${quote} on ${date}`)
      return new Decimal(row.rate)
    }
    const converted = parameters.dates.map((date) =>
      sum(parameters.revenue).div(rate(date, parameters.from)).times(rate(date, parameters.to)).div(parameters.unit),
    )
    expect(converted.map((value) => value.toFixed(1))).toEqual(['402.5', '403.9', '403.9', '405.4'])
    expect(converted.filter((value) => value.toFixed(parameters.decimals) === parameters.said)).toHaveLength(2)
    expect(verdict).toBe('depends-on-the-dates')
    for (const figure of ['402.5', '403.9', '405.4']) expect(finding).toContain(figure)
  })

  test('record: no quarter before 2022 is stored, and no stored half-year known by then is higher', () => {
    const { parameters, verdict, statedOn } = claimOf('record')
    const known = revenue.filter(({ topic, knownAt }) => topic === parameters.topic && knownAt.slice(0, 10) <= statedOn)
    expect(known.some(({ label }) => label <= parameters.needsFrom)).toBe(false)
    const years = new Set(known.map(({ label }) => label.slice(0, 4)))
    const halves = [...years].flatMap((year) => [
      [`${year}-Q1`, `${year}-Q2`],
      [`${year}-Q3`, `${year}-Q4`],
    ])
    const totals = halves
      .filter((labels) => labels.every((label) => known.some((row) => row.label === label)))
      .map((quarters) => sum({ topic: parameters.topic, quarters }))
    expect(Decimal.max(...totals).toFixed(0)).toBe('2880643471')
    expect(verdict).toBe('not-checkable')
  })

  test('response: -0.24% where the index lost 0.40%, and higher the day after', () => {
    const { parameters, verdict, finding } = claimOf('response')
    const { before, day0, after } = parameters.sessions
    const change = (symbol: string, from: string, to: string) =>
      percentChange(closeOf(symbol, from), closeOf(symbol, to))
    expect(change(parameters.listing, before, day0).toFixed(2)).toBe('-0.24')
    expect(change(parameters.benchmark, before, day0).toFixed(2)).toBe('-0.40')
    expect(closeOf(parameters.listing, after).gt(closeOf(parameters.listing, before))).toBe(true)
    expect(articleEvents.find(({ slug }) => slug === parameters.event)?.start).toBe(day0)
    expect(verdict).toBe('does-not-hold')
    for (const figure of ['174.98', '175.40', '-0.24%', '0.40%', '177.99']) expect(finding).toContain(figure)
  })

  test('interval: 28 days, which is more than 10', () => {
    const { parameters, verdict, finding } = claimOf('interval')
    const [from, to] = [parameters.fromEvent, parameters.toEvent].map((slug) =>
      Date.parse(`${articleEvents.find((event) => event.slug === slug)?.start}T00:00:00Z`),
    ) as [number, number]
    const days = (to - from) / 86_400_000
    expect(days).toBe(28)
    expect(days).toBeGreaterThan(parameters.atMostDays)
    expect(verdict).toBe('does-not-hold')
    expect(finding).toContain('28 days')
  })

  test('arithmetic: 143% to 167%, no sixth', () => {
    const { parameters, verdict, finding } = claimOf('arithmetic')
    const shares = parameters.wholes.map((whole) => ((parameters.part / whole) * 100).toFixed(0))
    expect(shares).toEqual(['167', '143'])
    const said = (parameters.saidShare.numerator / parameters.saidShare.denominator) * 100
    expect(shares.every((share) => Math.abs(Number(share) - said) > 100)).toBe(true)
    expect(verdict).toBe('contradicts-itself')
    for (const figure of ['143%', '167%']) expect(finding).toContain(figure)
  })

  test('what no stored series can decide is called not checkable', () => {
    expect(claimOf('not-checkable').verdict).toBe('not-checkable')
    expect(claimOf('opinion').verdict).toBe('not-checkable')
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

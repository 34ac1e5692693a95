import { describe, expect, test } from 'vitest'
import { transformCompany } from '@/lib/feeds/sec'
import { haveRecordings, recorded } from './shared'

const yearEnd = { month: 1, weekday: 7 }

describe.skipIf(!haveRecordings)('what the SEC once answered for Nvidia (skipped without ../shared)', () => {
  const read = (path: string): unknown => JSON.parse(recorded(path))
  const company = () => ({
    cik: '0001045810',
    facts: read('feeds/sec/companyfacts-CIK0001045810-revenue-subset.json'),
    submissions: read('feeds/sec/submissions-CIK0001045810-first120.json'),
    fetchedAt: new Date('2026-07-09T12:00:00Z'),
  })

  /** label, start, end, value, filed, accession, derived of each line of the table of verified facts. */
  function verified() {
    const [, ...lines] = recorded('facts/nvidia-quarterly-revenue.csv').trim().split(/\r?\n/)
    return lines.map((line) => {
      const [year = '', quarter = '', start, end, value, filed, accession = '', how = ''] = line.split(',')
      return { label: `${year}-${quarter}`, start, end, value, filed, accession, derived: how.startsWith('derived') }
    })
  }

  test('gives every verified quarter that the captured file reaches, to the dollar', () => {
    const { rows, rejected } = transformCompany(company(), yearEnd, '2022-01-31')
    expect(rejected).toEqual([])
    const expected = verified().filter(({ end }) => (end ?? '') <= '2026-04-26')
    expect(expected).toHaveLength(17)
    expect(
      rows.map((row) => ({
        label: row.label,
        start: row.periodStart,
        end: row.periodEnd,
        value: row.value,
        filed: row.filed,
        accession: /\/([\d-]+)-index\.htm$/.exec(row.document)?.[1],
        derived: row.derived,
      })),
    ).toEqual(expected)
  })

  test('gives the moments of announcement, with the Z that is not UTC put right', () => {
    const { rows } = transformCompany(company(), yearEnd, '2022-01-31')
    const knownAt = (label: string) => rows.find((row) => row.label === label)?.knownAt.toISOString()
    expect(knownAt('FY2026-Q3')).toBe('2025-11-19T21:20:44.000Z')
    expect(knownAt('FY2026-Q4')).toBe('2026-02-25T21:31:25.000Z')
    // Beyond the captured filings: by the end of the filing day in New York, which was in summer time.
    expect(knownAt('FY2027-Q1')).toBe('2026-05-20T21:30:00.000Z')
  })

  test('over all years: each period ends after it starts, values are whole dollars, first values come before restated ones', () => {
    const { rows } = transformCompany(company(), yearEnd, undefined)
    expect(rows.length).toBeGreaterThan(60)
    for (const [i, row] of rows.entries()) {
      expect(row.periodStart < row.periodEnd).toBe(true)
      expect(row.value).toMatch(/^\d+$/)
      const before = rows[i - 1]
      if (before?.label === row.label) expect(before.knownAt.getTime()).toBeLessThan(row.knownAt.getTime())
    }
  })
})

import type { SeedRevenue } from '../types'
import { type CambriconQuarter, cambriconQuarters } from './cambriconQuarters'

const QUARTER_BOUNDS: Readonly<Record<string, readonly [string, string]>> = {
  Q1: ['01-01', '03-31'],
  Q2: ['04-01', '06-30'],
  Q3: ['07-01', '09-30'],
  Q4: ['10-01', '12-31'],
}

function bounds(label: string): readonly [string, string] {
  const [year = '', quarter = ''] = label.split('-')
  const days = QUARTER_BOUNDS[quarter]
  if (!days) throw new Error(`"${label}" is not a calendar quarter like 2025-Q2`)
  return [`${year}-${days[0]}`, `${year}-${days[1]}`]
}

/** 18:00 in Shanghai on the evening of the announcement; the last second of the statutory deadline where no evening is known. */
function knownAt(quarter: CambriconQuarter): Pick<SeedRevenue, 'knownAt' | 'knownAtNote'> {
  if (quarter.announced === null) {
    return {
      knownAt: '2022-04-30T15:59:59Z',
      knownAtNote:
        'The day is not known: the end of 2022-04-30 in Shanghai, the last day allowed for a first-quarter report.',
    }
  }
  return {
    knownAt: `${quarter.announced}T10:00:00Z`,
    knownAtNote: 'The evening of the announcement is known, the hour is not: 18:00 in Shanghai stands for it.',
  }
}

/** Cambricon's revenue by calendar quarter. */
export const cambriconRevenue: readonly SeedRevenue[] = cambriconQuarters.map((quarter) => {
  const [periodStart, periodEnd] = bounds(quarter.label)
  return {
    topic: 'cambricon',
    label: quarter.label,
    periodStart,
    periodEnd,
    value: quarter.value,
    currency: 'CNY',
    filed: quarter.filed,
    ...knownAt(quarter),
    derived: quarter.derived,
    precision: quarter.precision,
    document: quarter.document,
  }
})

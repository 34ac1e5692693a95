import type { Decimal } from 'decimal.js'
import type { GrowthReading } from '@/lib/analytics/claims/growth'
import type { Told } from './result'
import { figure, signed } from './words'

/** What follows a growth in each reading. "500% more" is times six, "500% of" times five: the words keep them apart. */
export const readingUnits: Readonly<Record<GrowthReading, Told>> = {
  'percent-more': { en: '%', zh: '%' },
  'percent-of': { en: '% of it', zh: '%（相当于原值的百分比）' },
  times: { en: ' times', zh: '倍' },
  'times-more': { en: ' times more', zh: '倍（增幅）' },
}

/** A growth in its reading: `+4,347.82%`, `44.48 times`. */
export function inReadingTold(value: Decimal, places: number, reading: GrowthReading): Told {
  const text = reading.endsWith('-more') ? signed(value, places) : figure(value, places)
  return { en: `${text}${readingUnits[reading].en}`, zh: `${text}${readingUnits[reading].zh}` }
}

/** The unit of a reading, for a column of figures. */
export function unitOfReading(reading: GrowthReading): Told {
  const { en, zh } = readingUnits[reading]
  return { en: en.trim(), zh }
}

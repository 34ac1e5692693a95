import { Decimal } from 'decimal.js'
import { one, scaledToTick } from './decimalText'
import type { Mic } from './exchange'
import { shortFloat } from './shortDecimal'

export type ListingKind = 'equity' | 'adr' | 'index'

/**
 * Hong Kong's spread table as [upper end of the band, step], for equities. It was refined in 2025 (10 to 20: 0.02
 * became 0.01; 20 to 50: 0.05 became 0.02) and
 * again planned for 2026 (0.50 to 10: 0.01 to 0.005). A step is asked for without a date here, so a band that changed
 * has the coarsest step that divides its
 * old and its new one (0.01 for 20 to 50): every price that was ever on the table is left where it is.
 */
const hongKongSteps: readonly (readonly [string, string])[] = [
  ['0.25', '0.001'],
  ['10', '0.005'],
  ['50', '0.01'],
  ['100', '0.05'],
  ['200', '0.1'],
  ['500', '0.2'],
  ['1000', '0.5'],
  ['2000', '1'],
  ['5000', '2'],
]
const hongKongLargest = '5'

/**
 * Price step of an index: its provider's published places (CSI and SSE 3; S&P, Nasdaq, Hang Seng 2), no tick of a
 * market.
 */
const indexSteps: Readonly<Record<Mic, string>> = { XSHG: '0.001', XHKG: '0.01', XNYS: '0.01', XNAS: '0.01' }

const hongKongBands = hongKongSteps.map(([upTo, step]) => [Number(upTo), step] as const)

function stepOfFloat(mic: Mic, at: number): string {
  if (mic === 'XSHG') return '0.01'
  if (mic === 'XHKG') return hongKongBands.find(([upTo]) => at <= upTo)?.[1] ?? hongKongLargest
  return at < 1 ? '0.0001' : '0.01'
}

/**
 * The smallest price step of a listing at a price, as a decimal in its currency: Shanghai 0.01; New York and Nasdaq
 * 0.01, under 1 dollar 0.0001;
 * Hong Kong by its spread table. At the edge of two bands the finer step holds. Throws a RangeError unless the price
 * is above zero.
 */
export function tickOf(mic: Mic, kind: ListingKind, price: Decimal | string): string {
  const short = typeof price === 'string' ? shortFloat(price) : Number.NaN
  if (short > 0) return kind === 'index' ? indexSteps[mic] : stepOfFloat(mic, short)
  const at = new Decimal(price)
  if (!at.gt(0)) throw new RangeError(`the price "${price}" on ${mic} is not above zero`)
  if (kind === 'index') return indexSteps[mic]
  if (mic === 'XSHG') return '0.01'
  if (mic === 'XHKG') return hongKongSteps.find(([upTo]) => at.lte(upTo))?.[1] ?? hongKongLargest
  return at.lt(1) ? '0.0001' : '0.01'
}

/**
 * The multiple of the tick nearest to a price of zero or more (halves up), as a decimal without trailing zeros. Throws
 * a RangeError for a price or tick that is no such decimal.
 */
export function roundToTick(price: Decimal | string, tick: string): string {
  return scaledToTick(typeof price === 'string' ? price : price.toFixed(), one, tick)
}

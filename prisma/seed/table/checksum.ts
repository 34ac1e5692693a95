import { createHash } from 'node:crypto'
import type { BundledBars, BundledRate } from '../types'

const sha256 = (lines: readonly string[]) => createHash('sha256').update(lines.join('\n')).digest('hex')

/** SHA-256 (hex) of decoded bars: lines `session,open,high,low,close,volume`, volume empty where unknown. */
export function checksumOfBars(bars: BundledBars): string {
  return sha256(
    bars.session.map((session, row) =>
      [session, bars.open[row], bars.high[row], bars.low[row], bars.close[row], bars.volume[row] ?? ''].join(','),
    ),
  )
}

/** SHA-256 (hex) of decoded rates: lines `base,quote,date,rate` in the order given. */
export function checksumOfRates(rates: readonly BundledRate[]): string {
  return sha256(rates.map(({ base, quote, date, rate }) => [base, quote, date, rate].join(',')))
}

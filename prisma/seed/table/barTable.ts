import type { BundledBars } from '../types'
import { decodeDate, encodeDate } from './calendarDay'
import { fromUnits, readInteger, toUnits } from './units'

/** The scale of one listing's table: prices count units of 10^-decimals, volumes count `volumeUnit` shares. */
export interface BarScale {
  readonly decimals: number
  readonly volumeUnit: number
}

/**
 * One line a session, blanks between whole numbers:
 * days since the session before (the first line: its date); open less the close before (the first: the open);
 * close less open; high above the higher of open and close; low below the lower of them; volume, absent where unknown.
 * A row whose high or low does not contain open and close cannot be written down: it throws and names the session.
 */
export function encodeBars(bars: BundledBars, scale: BarScale): string {
  let previousSession: string | null = null
  let previousClose = 0
  const lines = bars.session.map((session, row) => {
    const [open, high, low, close] = [bars.open, bars.high, bars.low, bars.close].map((column) =>
      toUnits(column[row] ?? '', scale.decimals),
    ) as [number, number, number, number]
    const above = high - Math.max(open, close)
    const below = Math.min(open, close) - low
    if (above < 0 || below < 0 || low <= 0) throw new Error(`${session}: low, open, close and high are out of order`)
    const fields = [encodeDate(session, previousSession), open - previousClose, close - open, above, below]
    const volume = bars.volume[row] ?? null
    if (volume !== null) {
      if (volume % BigInt(scale.volumeUnit) !== 0n)
        throw new Error(`${session}: volume is no multiple of ${scale.volumeUnit}`)
      fields.push(String(volume / BigInt(scale.volumeUnit)))
    }
    previousSession = session
    previousClose = close
    return fields.join(' ')
  })
  return `${lines.join('\n')}\n`
}

/** The inverse of `encodeBars`; throws on a line that is not in the format. */
export function decodeBars(text: string, scale: BarScale): BundledBars {
  const bars: BundledBars = { session: [], open: [], high: [], low: [], close: [], volume: [] }
  let previousSession: string | null = null
  let previousClose = 0
  for (const line of text.trimEnd().split('\n')) {
    const fields = line.split(' ')
    if (fields.length < 5 || fields.length > 6) throw new Error(`not a line of a bundled table: "${line}"`)
    const session = decodeDate(fields[0], previousSession)
    const open = previousClose + readInteger(fields[1], line)
    const close = open + readInteger(fields[2], line)
    bars.session.push(session)
    bars.open.push(fromUnits(open, scale.decimals))
    bars.high.push(fromUnits(Math.max(open, close) + readInteger(fields[3], line), scale.decimals))
    bars.low.push(fromUnits(Math.min(open, close) - readInteger(fields[4], line), scale.decimals))
    bars.close.push(fromUnits(close, scale.decimals))
    bars.volume.push(fields[5] === undefined ? null : BigInt(readInteger(fields[5], line)) * BigInt(scale.volumeUnit))
    previousSession = session
    previousClose = close
  }
  return bars
}

import { readFileSync } from 'node:fs'
import { decodeBars } from '../table/barTable'
import { checksumOfBars } from '../table/checksum'
import type { BarManifest } from '../table/manifestTypes'
import type { BundledBars } from '../types'
import { barManifest } from './manifest'

export { barManifest }

/** Yahoo's symbols of the listings whose daily figures ship in the box. */
export const bundledSymbols: readonly string[] = barManifest.map(({ symbol }) => symbol)

const decoded = new Map<string, BundledBars>()

/**
 * Daily figures of one listing as traded, ascending by session, checked against the manifest (rows, range, checksum).
 * Prices are decimal strings in the listing's currency, volume in shares. The columns are shared: do not change them.
 * Throws for a symbol that is not bundled and for a table that does not decode to what the manifest says.
 */
export function bundledBars(symbol: string): BundledBars {
  const known = decoded.get(symbol)
  if (known) return known
  const entry = barManifest.find((candidate) => candidate.symbol === symbol)
  if (!entry) throw new Error(`no daily figures are bundled for "${symbol}"; there are ${bundledSymbols.join(', ')}`)
  const bars = verifiedBars(readFileSync(new URL(`./${entry.file}`, import.meta.url), 'utf8'), entry)
  decoded.set(symbol, bars)
  return bars
}

/** Decodes a table and holds it against its manifest entry; throws when they differ. */
export function verifiedBars(text: string, entry: BarManifest): BundledBars {
  const bars = decodeBars(text, entry)
  const found = [bars.session.length, bars.session[0], bars.session.at(-1), checksumOfBars(bars)].join(', ')
  const wanted = [entry.rows, entry.first, entry.last, entry.sha256].join(', ')
  if (found !== wanted) throw new Error(`bundled figures of ${entry.symbol} are damaged: ${found} instead of ${wanted}`)
  return bars
}

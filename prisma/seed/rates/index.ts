import { readFileSync } from 'node:fs'
import { checksumOfRates } from '../table/checksum'
import type { RateManifest } from '../table/manifestTypes'
import { decodeRates } from '../table/rateTable'
import type { BundledRate } from '../types'
import { rateManifest } from './manifest'

export { rateManifest }

let decoded: readonly BundledRate[] | null = null

/**
 * The European Central Bank's reference rates, units of `quote` for one euro, ascending by date, checked against the
 * manifest. Throws when the table does not decode to what the manifest says.
 */
export function bundledRates(): readonly BundledRate[] {
  decoded ??= verifiedRates(readFileSync(new URL(`./${rateManifest.file}`, import.meta.url), 'utf8'), rateManifest)
  return decoded
}

/** Decodes the table and holds it against its manifest; throws when they differ. */
export function verifiedRates(text: string, entry: RateManifest): BundledRate[] {
  const rates = decodeRates(text, entry)
  const days = rates.length / entry.quotes.length
  const found = [days, rates[0]?.date, rates.at(-1)?.date, checksumOfRates(rates)].join(', ')
  const wanted = [entry.rows, entry.first, entry.last, entry.sha256].join(', ')
  if (found !== wanted) throw new Error(`the bundled currency rates are damaged: ${found} instead of ${wanted}`)
  return rates
}

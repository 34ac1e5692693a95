/**
 * Makes the bundled tables from a folder of CSV files (`session,open,high,low,close,volume` for each listing, and
 * `date,USD,CNY,HKD` for the rates): `npx tsx prisma/seed/pack.ts [FOLDER]`. The folder is ../shared/prices beside the
 * checkout unless named; where it is absent nothing is done. Running it again on the same figures changes no byte.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { barOrigins, rateOrigin } from './packOrigins'
import { type BarScale, encodeBars } from './table/barTable'
import { checksumOfBars, checksumOfRates } from './table/checksum'
import { columnsOfCsv } from './table/csv'
import type { BarManifest, RateManifest } from './table/manifestTypes'
import { decodeRates, encodeRates } from './table/rateTable'
import type { BundledBars } from './types'

const here = fileURLToPath(new URL('.', import.meta.url))
const folder = process.argv[2] ?? join(here, '../../../shared/prices')

function greatestCommonDivisor(values: readonly bigint[]): number {
  let divisor = 0n
  for (const value of values) {
    let [a, b] = [divisor, value]
    while (b !== 0n) [a, b] = [b, a % b]
    divisor = a
  }
  return divisor === 0n ? 1 : Number(divisor)
}

function packBars(origin: (typeof barOrigins)[number]): BarManifest {
  const csv = columnsOfCsv(readFileSync(join(folder, origin.csv), 'utf8'))
  const volume = csv('volume').map((text) => (text === '' ? null : BigInt(text)))
  const bars: BundledBars = {
    session: csv('session'),
    open: csv('open'),
    high: csv('high'),
    low: csv('low'),
    close: csv('close'),
    volume,
  }
  const scale: BarScale = {
    decimals: origin.decimals,
    volumeUnit: greatestCommonDivisor(volume.filter((value) => value !== null)),
  }
  const file = origin.csv.replace(/\.csv$/, '.txt')
  writeFileSync(join(here, 'bars', file), encodeBars(bars, scale))
  return {
    symbol: origin.symbol,
    file,
    currency: origin.currency,
    ...scale,
    rows: bars.session.length,
    first: bars.session[0] ?? '',
    last: bars.session.at(-1) ?? '',
    sha256: checksumOfBars(bars),
    source: origin.source,
  }
}

function packRates(): RateManifest {
  const csv = columnsOfCsv(readFileSync(join(folder, rateOrigin.csv), 'utf8'))
  const quotes = rateOrigin.quotes.map((quote) => csv(quote))
  const days = csv('date').map((date, row) => ({ date, rates: quotes.map((column) => column[row] ?? '') }))
  const scale = { decimals: rateOrigin.decimals, quotes: rateOrigin.quotes }
  const text = encodeRates(days, scale)
  writeFileSync(join(here, 'rates', 'ecb.txt'), text)
  return {
    file: 'ecb.txt',
    ...scale,
    rows: days.length,
    first: days[0]?.date ?? '',
    last: days.at(-1)?.date ?? '',
    sha256: checksumOfRates(decodeRates(text, scale)),
    source: rateOrigin.source,
  }
}

const literal = (value: unknown) =>
  JSON.stringify(value, null, 2)
    .replace(/"(\w+)":/g, '$1:')
    .replaceAll('"', "'")
    .replace(/\[\s+('[^\]]*')\s+\]/g, (_, items: string) => `[${items.replace(/\s+/g, ' ')}]`)
    .replace(/(['\d\]}])\n/g, '$1,\n')

function writeManifest(path: string, name: string, type: string, value: unknown): void {
  const text = `// Written by prisma/seed/pack.ts.\nimport type { ${type.replace(/\W|readonly/g, '')} } from '../table/manifestTypes'\n\nexport const ${name}: ${type} = ${literal(value)}\n`
  writeFileSync(join(here, path), text)
}

if (existsSync(folder)) {
  const bars = barOrigins.map(packBars)
  const rates = packRates()
  writeManifest('bars/manifest.ts', 'barManifest', 'readonly BarManifest[]', bars)
  writeManifest('rates/manifest.ts', 'rateManifest', 'RateManifest', rates)
  for (const { symbol, rows, first, last } of bars) console.log(`${symbol}: ${rows} sessions, ${first} to ${last}`)
  console.log(`rates: ${rates.rows} days, ${rates.first} to ${rates.last}`)
} else {
  console.log(`${folder} is not here: nothing packed`)
}

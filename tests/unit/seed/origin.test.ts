import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { bundledBars, bundledRates, revenue } from '@/prisma/seed'
import { barOrigins, rateOrigin } from '@/prisma/seed/packOrigins'
import { columnsOfCsv } from '@/prisma/seed/table/csv'

const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url))
const here = existsSync(`${shared}prices`) && existsSync(`${shared}facts`)
if (!here) console.warn(`skipped: the bundled tables against their origin, because ${shared} is not here`)

describe.skipIf(!here)('the bundled tables against the figures they were made from', () => {
  const csv = (path: string) => columnsOfCsv(readFileSync(`${shared}${path}`, 'utf8'))

  test.each(barOrigins)('$symbol decodes to exactly $csv', ({ symbol, csv: file }) => {
    const column = csv(`prices/${file}`)
    const bars = bundledBars(symbol)
    for (const name of ['session', 'open', 'high', 'low', 'close'] as const) expect(bars[name]).toEqual(column(name))
    expect(bars.volume.map((volume) => volume?.toString() ?? '')).toEqual(column('volume'))
  })

  test('the rates decode to exactly their file', () => {
    const column = csv(`prices/${rateOrigin.csv}`)
    for (const quote of rateOrigin.quotes) {
      const rows = bundledRates().filter((row) => row.quote === quote)
      expect(rows.map(({ date }) => date)).toEqual(column('date'))
      expect(rows.map(({ rate }) => rate)).toEqual(column(quote))
    }
  })

  test('revenue is exactly the compiled tables', () => {
    const cambricon = csv('facts/cambricon-quarterly-revenue.csv')
    const nvidia = csv('facts/nvidia-quarterly-revenue.csv')
    const rows = (topic: string) => revenue.filter((row) => row.topic === topic)
    expect(rows('cambricon').map(({ label }) => label.replace('-', ''))).toEqual(cambricon('period'))
    expect(rows('cambricon').map(({ value }) => value)).toEqual(cambricon('revenue_cny'))
    expect(rows('cambricon').map(({ periodStart }) => periodStart)).toEqual(cambricon('quarter_start'))
    expect(rows('cambricon').map(({ periodEnd }) => periodEnd)).toEqual(cambricon('quarter_end'))
    expect(rows('cambricon').map(({ filed }) => filed ?? '')).toEqual(cambricon('filing_date_on_cninfo'))
    expect(rows('cambricon').map(({ derived }) => derived)).toEqual(cambricon('how').map((how) => how === 'derived'))
    expect(rows('nvidia').map(({ value }) => value)).toEqual(nvidia('revenue_usd'))
    expect(rows('nvidia').map(({ periodStart }) => periodStart)).toEqual(nvidia('period_start'))
    expect(rows('nvidia').map(({ periodEnd }) => periodEnd)).toEqual(nvidia('period_end'))
    expect(rows('nvidia').map(({ filed }) => filed)).toEqual(nvidia('filed'))
    expect(rows('nvidia').map(({ derived }) => derived)).toEqual(nvidia('how').map((how) => how.startsWith('derived')))
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { barManifest, bundledBars, bundledSymbols, listings } from '@/prisma/seed'
import { verifiedBars } from '@/prisma/seed/bars'
import { checksumOfBars } from '@/prisma/seed/table/checksum'

const closeOf = (symbol: string, session: string) => {
  const bars = bundledBars(symbol)
  return bars.close[bars.session.indexOf(session)]
}

describe('the bundled daily figures', () => {
  test('cover exactly the ten listings, each from its first tracked session', () => {
    expect([...bundledSymbols].sort()).toEqual(listings.map(({ symbol }) => symbol).sort())
    for (const { symbol, trackedFrom, currency } of listings) {
      expect(bundledBars(symbol).session[0]).toBe(trackedFrom)
      expect(barManifest.find((entry) => entry.symbol === symbol)?.currency).toBe(currency)
    }
  })

  test('have the rows and ranges they are said to have', () => {
    expect(
      Object.fromEntries(barManifest.map(({ symbol, rows, first, last }) => [symbol, `${rows} ${first} ${last}`])),
    ).toEqual({
      '688256.SS': '617 2024-01-02 2026-07-22',
      NVDA: '595 2024-01-02 2026-05-15',
      '688795.SS': '151 2025-12-05 2026-07-22',
      '688802.SS': '143 2025-12-17 2026-07-22',
      BABA: '598 2024-01-02 2026-05-20',
      '0700.HK': '553 2024-01-02 2026-04-01',
      '000688.SS': '617 2024-01-02 2026-07-22',
      '000300.SS': '617 2024-01-02 2026-07-22',
      '^GSPC': '661 2024-01-02 2026-08-20',
      '^IXIC': '661 2024-01-02 2026-08-20',
    })
  })

  test.each(bundledSymbols)(
    '%s: columns of one length, sessions rising, low <= open, close <= high, prices above zero',
    (symbol) => {
      const { session, open, high, low, close, volume } = bundledBars(symbol)
      for (const column of [open, high, low, close, volume]) expect(column).toHaveLength(session.length)
      const wrong = session.filter((day, row) => {
        const [o, h, l, c] = [open, high, low, close].map((column) => Number(column[row])) as [
          number,
          number,
          number,
          number,
        ]
        const previous = session[row - 1]
        const rises = previous === undefined || previous < day
        return !(l > 0 && l <= o && l <= c && o <= h && c <= h && rises && (volume[row] ?? 1n) > 0n)
      })
      expect(wrong).toEqual([])
    },
  )

  test('prices are as traded, before any split is taken out', () => {
    expect(closeOf('688256.SS', '2025-08-28')).toBe('1587.91')
    expect(closeOf('688256.SS', '2026-05-07')).toBe('1868')
    expect(closeOf('688256.SS', '2026-05-08')).toBe('1182.53')
    expect(closeOf('NVDA', '2024-06-07')).toBe('1208.88')
    expect(closeOf('NVDA', '2024-06-10')).toBe('121.79')
    expect(closeOf('688795.SS', '2025-12-05')).toBe('600.5')
    expect(closeOf('688802.SS', '2025-12-17')).toBe('829.9')
  })

  test('a listing and its benchmark have the same sessions wherever both are bundled', () => {
    for (const { symbol, benchmark, secondBenchmark } of listings) {
      const own = bundledBars(symbol).session
      const range = (days: readonly string[]) =>
        days.filter((day) => day >= (own[0] ?? '') && day <= (own.at(-1) ?? ''))
      for (const other of [benchmark, secondBenchmark]) {
        if (other) expect(range(bundledBars(other).session), `${symbol} against ${other}`).toEqual(own)
      }
    }
  })

  test('Tencent’s figures fall on the tick of the exchange: 0.2 HKD below 500, 0.5 HKD from there', () => {
    const { open, high, low, close } = bundledBars('0700.HK')
    const off = [...open, ...high, ...low, ...close].filter((price) => {
      const tenths = Math.round(Number(price) * 10)
      return tenths % (tenths < 5000 ? 2 : 5) !== 0
    })
    expect(off).toEqual([])
  })

  test('the two mainland indices have no volume, every other listing has one on each session', () => {
    for (const { symbol } of listings) {
      const missing = bundledBars(symbol).volume.filter((volume) => volume === null).length
      expect(missing, symbol).toBe(symbol.startsWith('000') ? bundledBars(symbol).session.length : 0)
    }
  })

  test('a table that was changed by one digit is refused', () => {
    const entry = barManifest[0]
    if (!entry) throw new Error('the manifest is empty')
    const text = readFileSync(new URL(`../../../prisma/seed/bars/${entry.file}`, import.meta.url), 'utf8')
    expect(checksumOfBars(verifiedBars(text, entry))).toBe(entry.sha256)
    const [first = '', ...rest] = text.split('\n')
    const changed = [first.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)), ...rest].join('\n')
    expect(() => verifiedBars(changed, entry)).toThrow(`bundled figures of ${entry.symbol} are damaged`)
    expect(() => verifiedBars(text.split('\n').slice(0, -2).join('\n'), entry)).toThrow('damaged')
  })

  test('a symbol that is not bundled is named', () => {
    expect(() => bundledBars('AAPL')).toThrow('no daily figures are bundled for "AAPL"')
  })
})

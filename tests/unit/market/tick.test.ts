import { existsSync, readFileSync } from 'node:fs'
import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalText } from '@/lib/market/decimalText'
import type { Mic } from '@/lib/market/exchange'
import { type ListingKind, roundToTick, tickOf } from '@/lib/market/tick'

describe('price steps', () => {
  test.each<[Mic, ListingKind, string, string]>([
    ['XSHG', 'equity', '1587.91', '0.01'],
    ['XSHG', 'index', '4717.244', '0.001'],
    ['XNYS', 'index', '7641.16', '0.01'],
    ['XNAS', 'equity', '120.88', '0.01'],
    ['XNYS', 'adr', '1', '0.01'],
    ['XNAS', 'equity', '0.9999', '0.0001'],
    ['XHKG', 'equity', '0.25', '0.001'],
    ['XHKG', 'equity', '0.255', '0.005'],
    ['XHKG', 'equity', '9.995', '0.005'],
    ['XHKG', 'equity', '15', '0.01'],
    ['XHKG', 'equity', '60', '0.05'],
    ['XHKG', 'equity', '100', '0.05'],
    ['XHKG', 'equity', '150', '0.1'],
    ['XHKG', 'equity', '296.6', '0.2'],
    ['XHKG', 'equity', '600.5', '0.5'],
    ['XHKG', 'equity', '1500', '1'],
    ['XHKG', 'equity', '3000', '2'],
    ['XHKG', 'equity', '6000', '5'],
  ])('%s %s at %s steps by %s', (mic, kind, price, step) => {
    expect(tickOf(mic, kind, price)).toBe(step)
    expect(tickOf(mic, kind, new Decimal(price))).toBe(step)
  })

  test('no price on the old or the new Hong Kong table is moved', () => {
    const bands: [from: number, to: number, step: number][] = [
      [10, 250, 1],
      [250, 500, 5],
      [500, 10_000, 10],
      [500, 10_000, 5],
      [10_000, 20_000, 20],
      [10_000, 20_000, 10],
      [20_000, 50_000, 50],
      [20_000, 50_000, 20],
      [50_000, 100_000, 50],
      [100_000, 200_000, 100],
      [200_000, 500_000, 200],
      [500_000, 1_000_000, 500],
      [1_000_000, 2_000_000, 1000],
      [2_000_000, 5_000_000, 2000],
      [5_000_000, 9_995_000, 5000],
    ]
    for (const [from, to, step] of bands) {
      for (let milli = from; milli <= to; milli += step) {
        const price = decimalText(BigInt(milli), 3)
        if (roundToTick(price, tickOf('XHKG', 'equity', price)) !== price) throw new Error(`${price} was moved`)
      }
    }
  })

  test('prices of zero and below are refused', () => {
    expect(() => tickOf('XNYS', 'equity', '0')).toThrow('the price "0" on XNYS is not above zero')
  })
})

describe('rounding to a step', () => {
  test('goes to the nearest, halves up, and trims', () => {
    expect(roundToTick('1587.9100000', '0.01')).toBe('1587.91')
    expect(roundToTick('26211.51953125', '0.01')).toBe('26211.52')
    expect(roundToTick('0.005', '0.01')).toBe('0.01')
    expect(roundToTick(new Decimal('503.09'), '0.2')).toBe('503')
    expect(roundToTick('503.10', '0.2')).toBe('503.2')
  })

  test('lands on a multiple no further than half a step away, and stays there', () => {
    const price = fc.integer({ min: 0, max: 2_000_000_000 }).map((n) => decimalText(BigInt(n), 5))
    const step = fc.constantFrom('0.0001', '0.001', '0.005', '0.01', '0.05', '0.2', '1', '5')
    fc.assert(
      fc.property(price, step, (text, tick) => {
        const rounded = roundToTick(text, tick)
        expect(new Decimal(rounded).mod(tick).isZero()).toBe(true)
        expect(new Decimal(rounded).minus(text).abs().times(2).lte(tick)).toBe(true)
        expect(roundToTick(rounded, tick)).toBe(rounded)
      }),
    )
  })
})

const prices = new URL('../../../../shared/prices/', import.meta.url)
describe.skipIf(!existsSync(prices))('the bundled figures (skipped: ../shared/prices is absent)', () => {
  test.each<[string, Mic, ListingKind]>([
    ['688256.SS', 'XSHG', 'equity'],
    ['688795.SS', 'XSHG', 'equity'],
    ['000300.SS', 'XSHG', 'index'],
    ['0700.HK', 'XHKG', 'equity'],
    ['NVDA', 'XNAS', 'equity'],
    ['BABA', 'XNYS', 'adr'],
    ['GSPC', 'XNYS', 'index'],
    ['IXIC', 'XNAS', 'index'],
  ])('every price of %s is on the step of %s', (symbol, mic, kind) => {
    const lines = readFileSync(new URL(`${symbol}.csv`, prices), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
    const off = lines.flatMap((line) => {
      const figures = line.split(',').slice(1, 5)
      return figures.filter((price) => !new Decimal(roundToTick(price, tickOf(mic, kind, price))).eq(price))
    })
    expect(off).toEqual([])
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { basisMismatch } from '@/lib/market/basis'
import { decimalText } from '@/lib/market/decimalText'

const pairs = (rows: [string, string][]) => rows.map(([stored, fed]) => ({ stored, fed }))

describe('a feed on another basis than the store', () => {
  test('is found when all closes differ by one ratio', () => {
    const fed = pairs([
      ['1587.91', '1065.71'],
      ['1492.49', '1001.67'],
      ['1448.39', '972.07'],
    ])
    expect(basisMismatch(fed)).toEqual({ ratio: '1.49' })
  })

  test('is found when the ex-date lies inside the overlap', () => {
    const fed = pairs([
      ['1200.00', '120.00'],
      ['1208.88', '120.89'],
      ['121.79', '121.79'],
    ])
    expect(Number(basisMismatch(fed)?.ratio)).toBeCloseTo(10, 2)
  })

  test('a reverse split shows as a ratio below one', () => {
    expect(
      basisMismatch(
        pairs([
          ['1', '10'],
          ['1.1', '11'],
        ]),
      ),
    ).toEqual({ ratio: '0.1' })
  })

  test.each<[string, [string, string][]]>([
    [
      'equal closes',
      [
        ['10', '10'],
        ['11', '11'],
      ],
    ],
    ['no pairs', []],
    ['one differing pair, which may be a corrected bar', [['10', '5']]],
    [
      'a correction among equal closes',
      [
        ['10', '10'],
        ['11', '12'],
        ['12', '12'],
      ],
    ],
    [
      'differences under 1 %',
      [
        ['10', '10.05'],
        ['11', '11.05'],
      ],
    ],
    [
      'differences without a common ratio',
      [
        ['10', '5'],
        ['11', '6'],
      ],
    ],
    [
      'a differing bar after those that agree',
      [
        ['10', '5'],
        ['11', '5.5'],
        ['12', '12'],
        ['13', '6.5'],
      ],
    ],
  ])('%s: no verdict of another basis', (_, rows) => {
    expect(basisMismatch(pairs(rows))).toBeNull()
  })

  test('closes that are not above zero are refused', () => {
    expect(() =>
      basisMismatch(
        pairs([
          ['10', '0'],
          ['10', '1'],
        ]),
      ),
    ).toThrow('closes 10 and 0 are not above zero')
  })

  test('any split a feed applied and we did not is found within the rounding, and none when prices agree', () => {
    const cents = fc.array(fc.integer({ min: 10_000, max: 500_000 }), { minLength: 2, maxLength: 6 })
    const ratio = fc.constantFrom(1.05, 1.1, 1.2, 1.49, 1.5, 2, 3, 4, 10)
    fc.assert(
      fc.property(cents, ratio, (closes, by) => {
        const text = (n: number) => decimalText(BigInt(Math.round(n)), 2)
        const split = closes.map((close) => ({ stored: text(close), fed: text(close / by) }))
        const got = Number(basisMismatch(split)?.ratio)
        expect(Math.abs(got / by - 1)).toBeLessThan(0.0025)
        expect(basisMismatch(closes.map((close) => ({ stored: text(close), fed: text(close + 1) })))).toBeNull()
      }),
    )
  })
})

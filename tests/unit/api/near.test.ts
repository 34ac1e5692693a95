import { describe, expect, test } from 'vitest'
import { nearest, unknownText } from '@/lib/api/parameters/near'

const listings = [
  { name: '688256.SS', alias: ['688256', 'Cambricon Technologies', '寒武纪'] },
  { name: 'NVDA', alias: ['NVDA', 'Nvidia', '英伟达'] },
  { name: '^GSPC', alias: ['GSPC', 'S&P 500', '标普500'] },
  { name: '0700.HK', alias: ['0700', 'Tencent Holdings', '腾讯控股'] },
]

describe('names like an unknown one', () => {
  test.each([
    ['nvda', 'NVDA'],
    ['NDVA', 'NVDA'],
    ['688256', '688256.SS'],
    ['688256.SH', '688256.SS'],
    ['GSPC', '^GSPC'],
    ['cambricon', '688256.SS'],
    ['英伟达', 'NVDA'],
    ['700.HK', '0700.HK'],
  ])('%s is near %s', (wanted, expected) => {
    expect(nearest(wanted, listings)[0]).toBe(expected)
  })

  test('nothing is near what is unlike everything, or empty', () => {
    expect(nearest('TSLA.DE.X', listings)).toEqual([])
    expect(nearest('', [{ name: 'abcdef' }])).toEqual([])
  })

  test('a long text is cut before it is compared or shown', () => {
    expect(nearest('x'.repeat(100_000), listings)).toEqual([])
    expect(unknownText('x'.repeat(100), [], '/all')).toBe(`"${'x'.repeat(40)}…" is not known here; /all has all`)
  })
})

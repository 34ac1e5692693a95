import { describe, expect, test } from 'vitest'
import { coloursOf } from '@/app/_compare/lines'
import { compareQuery } from '@/app/_data/compareQuery'

const known = ['688256.SS', 'NVDA', '0700.HK', 'BABA', '^GSPC', '000300.SS', '688802.SS']

describe('the query of the compare page', () => {
  test('names nothing: both sides, at the day of the article', () => {
    expect(compareQuery({}, known)).toEqual({
      ...{ symbols: ['688256.SS', 'NVDA'], base: '2025-09-18', currency: 'local', adjust: 'split' },
      ...{ scale: 'log', range: 'all', filter: 'all', wrong: [] },
    })
  })

  test('takes symbols as one text or several, each once, and what a form adds', () => {
    expect(compareQuery({ symbols: 'NVDA,BABA', add: '^GSPC' }, known).symbols).toEqual(['NVDA', 'BABA', '^GSPC'])
    expect(compareQuery({ add: '^GSPC' }, known).symbols).toEqual(['688256.SS', 'NVDA', '^GSPC'])
    expect(compareQuery({ symbols: ['NVDA', 'BABA,NVDA'] }, known).symbols).toEqual(['NVDA', 'BABA'])
  })

  test('takes the API’s name for the base as well', () => {
    expect(compareQuery({ rebase: 'event:deepseek-ue8m0' }, known).base).toBe('event:deepseek-ue8m0')
    expect(compareQuery({ rebase: '2024-01-02', base: '2025-01-02' }, known).base).toBe('2025-01-02')
  })

  test('names what cannot be used, leaves it out, and shows the default', () => {
    const read = compareQuery({ symbols: 'NVDA,WHAT', currency: 'EUR', scale: 'square' }, known)
    expect([read.symbols, read.currency, read.scale]).toEqual([['NVDA'], 'local', 'log'])
    expect(read.wrong).toHaveLength(3)
    expect(read.wrong).toContainEqual({ name: 'currency', value: 'EUR', kind: 'words', words: ['local', 'USD', 'CNY'] })
    expect(read.wrong).toContainEqual({ name: 'scale', value: 'square', kind: 'words', words: ['log', 'linear'] })
    expect(read.wrong).toContainEqual({ name: 'symbols', value: 'WHAT', kind: 'unknown-listing' })
    expect(compareQuery({ symbols: 'WHAT' }, known).symbols).toEqual(['688256.SS', 'NVDA'])
    expect(compareQuery({ symbols: known.join() }, known)).toMatchObject({
      symbols: known.slice(0, 6),
      wrong: [{ kind: 'too-many', value: '688802.SS' }],
    })
  })

  test('with nothing stored compares nothing', () => {
    expect(compareQuery({}, []).symbols).toEqual([])
  })
})

describe('the colours of lines', () => {
  test('are those of the sides for them wherever they stand, and different ones for up to six', () => {
    const colours = coloursOf(['BABA', 'NVDA', '^GSPC', '688256.SS', '0700.HK', '000300.SS'])
    expect([colours.NVDA, colours['688256.SS']]).toEqual(['nvidia', 'cambricon'])
    expect(new Set(Object.values(colours)).size).toBe(6)
    expect(new Set(Object.values(coloursOf(['A', 'B', 'C', 'D', 'E', 'F']))).size).toBe(6)
  })
})

import { describe, expect, test } from 'vitest'
import { matching, wordsOf } from '@/lib/api/search/match'

const item = (slug: string, title: string, titleZh: string, also: string[] = []) => ({ slug, title, titleZh, also })
const all = [
  item('688256.SS', 'Cambricon Technologies', '寒武纪', ['688256']),
  item('NVDA', 'Nvidia', '英伟达', ['NVDA']),
  item('^GSPC', 'S&P 500', '标普 500 指数', ['GSPC']),
  item('h20-ban', 'China’s regulator tells firms to stop buying Nvidia’s H20', '监管部门要求企业停购英伟达 H20', [
    'NVDA',
  ]),
  item('cafe', 'Café society', '咖啡馆'),
]
const found = (query: string) => matching(all, query).map(({ slug }) => slug)

describe('a query', () => {
  test('is taken apart at spaces and between Chinese and Latin', () => {
    expect(wordsOf(' 英伟达H20 停购 ')).toEqual(['英伟达', 'h20', '停购'])
    expect(wordsOf('   ')).toEqual([])
  })

  test('finds a symbol without its suffix or its sign, in any case and width', () => {
    expect(found('688256')).toEqual(['688256.SS'])
    expect(found('gspc')).toEqual(['^GSPC'])
    expect(found('ＮＶＤＡ')[0]).toBe('NVDA')
  })

  test('finds either language by a beginning or a part, the nearest first', () => {
    expect(found('nvidia')).toEqual(['NVDA', 'h20-ban'])
    expect(found('英伟达')).toEqual(['NVDA', 'h20-ban'])
    expect(found('bricon')).toEqual(['688256.SS'])
    expect(found('cafe')).toEqual(['cafe'])
    expect(found("china's")).toEqual(['h20-ban'])
  })

  test('needs all its words', () => {
    expect(found('英伟达h20')).toEqual(['h20-ban'])
    expect(found('nvidia cambricon')).toEqual([])
  })

  test('without a word finds everything, in its order', () => {
    expect(found('  ')).toEqual(all.map(({ slug }) => slug))
  })

  test('is text, never a pattern', () => {
    expect(found('.*')).toEqual([])
    expect(found('S&P (')).toEqual([])
  })
})

import { expect, test } from 'vitest'
import { csvText } from '@/lib/api/csv/csv'

test('a table begins with what it is, then its columns, then a line a row', () => {
  const text = csvText(
    [
      ['source', 'Yahoo Finance'],
      ['note', null],
    ],
    {
      session: ['2025-08-28', '2025-08-29'],
      close: [1587.91, 1492.49],
      volume: [17827045, null],
      settled: [true, false],
    },
  )
  expect(text.split('\r\n')).toEqual([
    '# source: Yahoo Finance',
    'session,close,volume,settled',
    '2025-08-28,1587.91,17827045,true',
    '2025-08-29,1492.49,,false',
    '',
  ])
})

test('commas, quotes and line ends in a cell are quoted, and a header stays on its line', () => {
  const text = csvText([['source', 'a\nb,c']], { document: ['10-K, "annual"', 'two\nlines', 'plain'] })
  expect(text).toBe('# source: a b,c\r\ndocument\r\n"10-K, ""annual"""\r\n"two\nlines"\r\nplain\r\n')
})

test('a table without rows still names its columns', () => {
  expect(csvText([], { session: [], close: [] })).toBe('session,close\r\n')
})

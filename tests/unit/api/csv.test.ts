import { expect, test } from 'vitest'
import { csvText, fileName } from '@/lib/api/csv/csv'

test('a table begins with what it is, then its columns, then a line a row', () => {
  const text = csvText({
    about: [
      ['source', 'Yahoo Finance'],
      ['note', null],
    ],
    columns: {
      session: ['2025-08-28', '2025-08-29'],
      close: [1587.91, 1492.49],
      volume: [17827045, null],
      settled: [true, false],
    },
  })
  expect(text.split('\r\n')).toEqual([
    '# source: Yahoo Finance',
    'session,close,volume,settled',
    '2025-08-28,1587.91,17827045,true',
    '2025-08-29,1492.49,,false',
    '',
  ])
})

test('commas, quotes and line ends in a cell are quoted, and a header stays on its line', () => {
  const columns = { document: ['10-K, "annual"', 'two\nlines', 'plain'] }
  const text = csvText({ about: [['source', 'a\nb,c']], columns })
  expect(text).toBe('# source: a b,c\r\ndocument\r\n"10-K, ""annual"""\r\n"two\nlines"\r\nplain\r\n')
})

test('a table without rows still names its columns', () => {
  expect(csvText({ about: [], columns: { session: [], close: [] } })).toBe('session,close\r\n')
})

test.each([
  ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
  ['+cmd|x', "'+cmd|x"],
  ['-2+3+cmd', "'-2+3+cmd"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
])('a spreadsheet does not run the text %s', (text, written) => {
  expect(csvText({ about: [], columns: { title: [text] } })).toBe(`title\r\n${written}\r\n`)
})

test('numbers stay numbers, also those that come as decimals in text', () => {
  const columns = { change: [-0.25, '-0.25', '+1', '-1.5e-7', '-12.3%'] }
  expect(csvText({ about: [], columns })).toBe('change\r\n-0.25\r\n-0.25\r\n+1\r\n-1.5e-7\r\n-12.3%\r\n')
})

test('a head line that a spreadsheet cuts at its commas begins no formula', () => {
  const about = [['event', 'a,=1+1; @b, +c over [0,+1], -5']] as const
  expect(csvText({ about, columns: {} }).split('\r\n')[0]).toBe("# event: a,'=1+1; '@b, '+c over [0,+1], '-5")
})

test('a file name holds nothing that a header or a disk minds', () => {
  expect(fileName(['tidemark', '^GSPC', 'a/b"c'], 'csv')).toBe('tidemark-_GSPC-a_b_c.csv')
})

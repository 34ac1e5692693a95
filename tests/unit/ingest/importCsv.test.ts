import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvRecords } from '@/lib/ingest/import/csvText'
import { fileText } from '@/lib/ingest/import/fileText'
import { readCsvBars } from '@/lib/ingest/import/readBars'
import { readDate, readPrice, readVolume } from '@/lib/ingest/import/values'

const english = 'Date,Open,High,Low,Close,Volume'
const row = { session: '2026-07-01', open: '1234.5', high: '1240', low: '1230.25', close: '1239', volume: 1_500_000n }

describe('a CSV file of daily bars', () => {
  test.each([
    ['English heads', `${english}\n2026-07-01,1234.5,1240,1230.25,1239,1500000\n`],
    [
      'other columns, another order, capitals',
      `CLOSE,ticker,date,LOW,high,Open,volume\n1239,X,2026-07-01,1230.25,1240.00,1234.50,1500000`,
    ],
    ['a byte order mark and CRLF', `\uFEFF${english}\r\n2026/07/01,1234.5,1240,1230.25,1239,1500000\r\n\r\n`],
    [
      'quoted fields and thousands',
      `"Date","Open","High","Low","Close","Volume"\n"20260701","1,234.50","1,240.00","1,230.25","1,239.00","1,500,000"`,
    ],
    ['semicolons', `日期;开盘;最高;最低;收盘;成交量\n2026/7/1;1234.5;1240;1230.25;1239;1500000`],
    [
      'tabs and lots',
      `交易日期\t开盘价\t收盘价\t最高价\t最低价\t成交量(手)\n2026-07-01\t1234.5\t1239\t1240\t1230.25\t15,000`,
    ],
    [
      'shares by name, wide brackets',
      `日期,开盘,最高,最低,收盘,成交量（股）\n2026-07-01,1234.5,1240,1230.25,1239,1500000.0`,
    ],
    ['adjusted closes beside', `${english},Adj Close\n2026-07-01,1234.5,1240,1230.25,1239,1500000,7`],
  ])('is read with %s', (_, text) => {
    expect(readCsvBars(text)).toEqual({ bars: [{ line: 2, ...row }], errors: [], hasVolume: true })
  })

  test('tells errors by line, and reads on', () => {
    const text = `${english}\n01.07.2026,1,1,1,1,1\n2026-07-02,1,x,1,"1.234,5",1\n2026-07-03,1,1,1,1,1\n\n2026-07-03,2,2,2,2,2\n2026-07-06,1,1,1`
    const { bars, errors } = readCsvBars(text)
    expect(bars.map(({ line, session }) => [line, session])).toEqual([[4, '2026-07-03']])
    expect(errors).toEqual([
      { line: 2, message: expect.stringMatching(/date "01.07.2026" is no date, expected 2026-07-01/) },
      { line: 3, message: expect.stringMatching(/high "x" is no number.*close "1.234,5" is no number/) },
      { line: 6, message: '2026-07-03 is on line 4 already' },
      { line: 7, message: expect.stringMatching(/close "" is no number/) },
    ])
  })

  test.each([
    ['', 'the file is empty'],
    ['Date,Open\n', 'no column for high (High or 最高), low (Low or 最低), close (Close or 收盘)'],
    [english, 'there is a head and no line below it'],
    [`${english},收盘\n1`, 'two columns say close: "Close" and "收盘"'],
    ['date,open,high,low,adj close\n1', 'no column for close'],
  ])('%j is refused with its reason', (text, message) => {
    const { bars, errors } = readCsvBars(text)
    expect(bars).toEqual([])
    expect(errors).toEqual([{ line: 1, message: expect.stringContaining(message) }])
  })

  test('lines are counted through line ends inside quotes', () => {
    const { errors } = readCsvBars(`${english},Note\n2026-07-01,1,1,1,1,1,"two\nlines, and ""quotes"""\nbad,1,1,1,1,1,`)
    expect(errors).toEqual([{ line: 4, message: expect.stringContaining('"bad"') }])
    expect(csvRecords('a,b\n"x ""y""", z ')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x "y"', 'z'] },
    ])
  })

  test('CSV import never throws: any text gives bars and errors by line', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'Date',
        'Open',
        '收盘',
        '最高',
        'Low',
        '成交量(手)',
        '2026-07-01',
        '1,234.5',
        '-',
        '"',
        '""',
        'NaN',
        '1e999',
      ),
      fc.double().map(String),
    )
    const separator = fc.constantFrom(',', ';', '\t', '\n', '\r\n', '\r')
    const soup = fc.array(fc.tuple(cell, separator)).map((parts) => parts.flat().join(''))
    const headed = fc.array(fc.tuple(cell, separator)).map((parts) => `${english}\n${parts.flat().join('')}`)
    fc.assert(
      fc.property(fc.oneof(fc.string(), soup, headed), (text) => {
        const { bars, errors } = readCsvBars(text)
        const lines = text.split(/\r\n|\n|\r/).length
        for (const { line } of [...bars, ...errors]) expect(line >= 1 && line <= lines).toBe(true)
        for (const bar of bars) expect(bar.session).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      }),
      { numRuns: 2000 },
    )
  })

  test('what is written with quotes is read back, whatever the cells hold', () => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const text = rows.map((cells) => cells.map(quoted).join(',')).join('\r\n')
        const kept = rows
          .map((cells) => cells.map((each) => each.trim()))
          .filter((cells) => cells.some((each) => each !== ''))
        // A head of delimiters inside quotes only must not decide for another one: ours has the most outside.
        expect(
          csvRecords(`a,b,c,d,e\n${text}`)
            .slice(1)
            .map(({ cells }) => cells),
        ).toEqual(kept)
      }),
    )
  })
})

describe('the values of a file', () => {
  test.each([
    ['2026-07-01', '2026-07-01'],
    ['2026/07/01', '2026-07-01'],
    ['2026/7/1', '2026-07-01'],
    ['20260701', '2026-07-01'],
    ['2026-02-30', null],
    ['2026-7-1', null],
    ['07/01/2026', null],
    ['', null],
  ])('the date %j is %j', (cell, value) => {
    expect(readDate(cell)).toEqual(value === null ? { problem: expect.any(String) } : { value })
  })

  test.each([
    ['1,234,567.891', '1234567.891'],
    ['12.3400000001', '12.34'],
    ['1,23', null],
    ['1234,5', null],
    ['-1', null],
    ['1e5', null],
    ['￥12', null],
  ])('the price %j is %j', (cell, value) => {
    expect(readPrice(cell)).toEqual(value === null ? { problem: expect.any(String) } : { value })
  })

  test('volumes in lots become shares; half a share is none', () => {
    expect(readVolume('12,345.67', 100n)).toEqual({ value: 1_234_567n })
    expect(readVolume('1.5', 1n)).toEqual({ problem: expect.stringContaining('whole number of shares') })
    expect(readVolume('--', 1n)).toEqual({ value: null })
  })

  test('a file saved in GB18030 is read like one in UTF-8', () => {
    const bytes = Uint8Array.of(0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xca, 0xd5, 0xc5, 0xcc)
    expect(fileText(bytes)).toBe('日期,收盘')
    expect(fileText(new TextEncoder().encode('日期,收盘'))).toBe('日期,收盘')
  })
})

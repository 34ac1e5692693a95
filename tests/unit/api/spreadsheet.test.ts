import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deepest, nestingOf } from '@/lib/api/access/nesting'
import { csvText } from '@/lib/api/csv/csv'
import { forSpreadsheet, fromSpreadsheet } from '@/lib/api/csv/spreadsheet'
import { delimiterOf } from '@/lib/ingest/import/csvText'

const parts = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', "'", ';', ',', ' ', '＝', '＠', 'a', '寒', '"')
const text = fc.oneof(
  fc.array(parts, { maxLength: 20 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

test('whatever a text is, its cell begins no formula and is read back as it was', () => {
  fc.assert(
    fc.property(text, (one) => {
      const cell = forSpreadsheet(one)
      expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
      expect(cell).not.toMatch(/[;\n][ \t]*[=+\-@＝＋－＠]/)
      expect(fromSpreadsheet(cell)).toBe(one)
    }),
    { numRuns: 5_000 },
  )
})

test.each([
  ['=1+1', "'=1+1"],
  ["'=1+1", "''=1+1"],
  ['a; -b', "a; '-b"],
  ['- one\n- two', "'- one\n'- two"],
  ['5 - 3', '5 - 3'],
  ["it's", "it's"],
  ["'quoted'", "'quoted'"],
])('%j is written as %j', (one, cell) => {
  expect(forSpreadsheet(one)).toBe(cell)
})

test('every other CSV we write is safe as well, and leaves numbers alone', () => {
  const columns = { name: ['=cmd', '@x', '＝1', '-0.5', 'a;=b'], value: [-1, 2, 3, 4, 5] }
  const [, ...rows] = csvText({ about: [], columns }).trimEnd().split('\r\n')
  expect(rows).toEqual(["'=cmd,-1", "'@x,2", "'＝1,3", '-0.5,4', "a;'=b,5"])
})

test('the depth of JSON is counted without walking it, outside of its texts', () => {
  expect(nestingOf('1')).toBe(0)
  expect(nestingOf('{"a":[{"b":"[[[["}]}')).toBe(3)
  expect(nestingOf('{"a":"\\"[[["}')).toBe(1)
  expect(nestingOf('"[[[')).toBe(0)
  expect(nestingOf(`${'['.repeat(1_000_000)}`)).toBe(1_000_000)
  expect(nestingOf(`{"a":"${'x\\"'.repeat(2_000_000)}"}`)).toBe(1)
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => nestingOf(JSON.stringify(value)) < deepest))
})

test('a head of names is cut at commas', () => {
  expect(delimiterOf('slug,title\n"a;b",c')).toBe(',')
})

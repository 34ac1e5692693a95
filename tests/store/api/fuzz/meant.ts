import fc from 'fast-check'

/** Texts that may be stored: nobody must mind them wherever they are shown or written. */
const line = fc.constantFrom(
  'A note',
  '一则笔记',
  '=HYPERLINK("http://evil.example","x")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "'=1+1",
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  "o'brien; DROP TABLE event; --",
  'a; b, "c"',
  '-5% \\; x',
  '💥 𝐀 e\u0301',
  '\u202etxet',
  'x'.repeat(200),
  '%00%s{{7*7}}',
)
const prose = fc.oneof(line, fc.constantFrom('', '- one\n- =two', '# T\n\n<b>x</b>\t*y*', '字'.repeat(3_000)))
const fromOne = (most: number, name: (n: number) => string) => fc.integer({ min: 1, max: most }).map(name)

/** What a field of a new or changed thing takes, by its name. A field that is not here is left to its schema. */
export const meant: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  slug: fromOne(80, (n) => `fuzz-${n}`),
  symbol: fromOne(40, (n) => `${String(n).padStart(4, '0')}.HK`),
  externalId: fc.oneof(
    fc.constant(null),
    fromOne(500, (n) => `=x-${n}`),
  ),
  ...Object.fromEntries(
    ['title', 'titleZh', 'statement', 'statementZh', 'name', 'nameZh', 'sourceName'].map((name) => [name, line]),
  ),
  ...Object.fromEntries(['text', 'textZh', 'evidence', 'evidenceZh'].map((name) => [name, prose])),
  timeNote: fc.constantFrom('', '=note'),
  timeNoteZh: fc.constantFrom('', '注'),
  start: fc.constantFrom('2025-08-22', '2025-08-21T07:00Z', '2025-09', '2024-02-29', '9999-12-31', '0001-01-01'),
  end: fc.constant(null),
  phase: fc.constantFrom('pre', 'intraday', 'after', 'unknown'),
  status: fc.constantFrom('draft', 'published', 'published', 'archived'),
  confirmed: fc.boolean(),
  tags: fc.constantFrom([], ['a'], ['=b', 'c;d', '\\']),
  topics: fc.constantFrom([], ['nvidia'], ['cambricon', 'nvidia']),
  topic: fc.constantFrom('huawei', 'nvidia'),
  listings: fc.constantFrom([], ['NVDA'], ['688256.SS', 'NVDA']),
  sourceUrl: fc.constantFrom(null, 'https://example.org/a?b=<c>&d="e"', 'https://寒武纪.cn/?q=💥'),
  evidenceUrl: fc.constantFrom(null, 'https://example.org/a'),
  statedOn: fc.constantFrom('2025-09-19', '1999-01-01', '9999-12-31'),
  promised: fc.constantFrom(null, '2027', '2026-Q1', '2026-03'),
  shippedOn: fc.constantFrom(null, '2026-03', '2026-Q2'),
  position: fc.integer({ min: 0, max: 1_000 }),
  kind: fc.constant('not-checkable'),
  parameters: fc.record({ needs: line, needsZh: line }),
  version: fc.constantFrom(1, 1, 1, 2, 3),
}

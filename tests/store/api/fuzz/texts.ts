/** Names of things in the box. */
export const symbols = [
  'NVDA',
  '688256.SS',
  '^GSPC',
  'deepseek-r1-shock',
  'cambricon-half-year-growth',
  'huawei',
  'NVDA,688256.SS',
  'bars',
]

/** Dates, some of which are none. */
export const dates = ['2025-08-28', '2025-02-29', '0000-00-00', '0001-01-01', '9999-12-31', '2025-09', '2026-11-25']

/** What parameters may hold. */
export const words = [
  'raw',
  'split',
  'total',
  'csv',
  'json',
  'all',
  'results',
  'only',
  'USD',
  'CNY',
  'EUR',
  'local',
  '1',
  '200',
  '-1',
  '1e9',
]

/** Texts that have broken something somewhere. */
export const hostile = [
  '',
  ',',
  '\u0000',
  'a\u0000b',
  'event:\u0000',
  "'; DROP TABLE bar; --",
  "o'brien",
  '%',
  '%s',
  '../..',
  'null',
  '💥',
  '\ufffe',
  '\u202e',
  '\ud800',
  '=HYPERLINK("http://evil.example","x")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '{{7*7}}',
  '__proto__',
  'a\r\nSet-Cookie: x=1',
  'x'.repeat(1_500),
  '\u0301'.repeat(300),
]

import type { SeedAction } from './types'

const CAMBRICON_PLAN =
  'Annual plan published 2026-03-12 (0.49 new shares and 1.50 CNY for each share); ex-date inferred from the series'
const TENCENT_FINAL = 'Final dividend of the year before, as the bundled daily figures were compiled with it'

/** The corporate actions known inside the ranges of the bundled figures. */
export const actions: readonly SeedAction[] = [
  {
    symbol: 'NVDA',
    exDate: '2024-06-10',
    kind: 'split',
    ratioNumerator: 10,
    ratioDenominator: 1,
    source: 'Ten-for-one split announced 2024-05-22, first traded on the new basis 2024-06-10',
  },
  {
    symbol: '688256.SS',
    exDate: '2026-05-08',
    kind: 'split',
    ratioNumerator: 149,
    ratioDenominator: 100,
    source: CAMBRICON_PLAN,
  },
  {
    symbol: '688256.SS',
    exDate: '2026-05-08',
    kind: 'dividend',
    cash: '1.50',
    currency: 'CNY',
    source: CAMBRICON_PLAN,
  },
  { symbol: '0700.HK', exDate: '2024-05-17', kind: 'dividend', cash: '3.40', currency: 'HKD', source: TENCENT_FINAL },
  { symbol: '0700.HK', exDate: '2025-05-16', kind: 'dividend', cash: '4.50', currency: 'HKD', source: TENCENT_FINAL },
]

/**
 * Last session to which the cash dividends of a listing are known to be complete, by symbol. Null is "not known": the
 * dividends of NVDA and BABA are missing from the bundled figures, and an index pays none itself while its members do.
 */
export const dividendsKnownTo: Readonly<Record<string, string | null>> = {
  '688256.SS': '2026-07-22',
  NVDA: null,
  '688795.SS': '2026-07-22',
  '688802.SS': '2026-07-22',
  BABA: null,
  '0700.HK': '2026-04-01',
  '000688.SS': null,
  '000300.SS': null,
  '^GSPC': null,
  '^IXIC': null,
}

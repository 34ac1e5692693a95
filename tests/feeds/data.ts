import type { StandinBar, StandinCompany, StandinListing, StandinReport } from '../standin'

/** A bar around a close. */
export function bar(session: string, close: number, volume: number | null = 1_000): StandinBar {
  return { session, open: close - 1, high: close + 2, low: close - 3, close, volume }
}

/** A listing in New York with a split of 10 for 1 on 2024-06-10 and a dividend the day after, over the sessions around them. */
export const split10: StandinListing = {
  symbol: 'NVDA',
  currency: 'USD',
  timeZone: 'America/New_York',
  bars: [
    { session: '2024-06-06', open: 1240.48, high: 1255.87, low: 1183.2, close: 1209.98, volume: 66_469_600 },
    { session: '2024-06-07', open: 1197.7, high: 1216.92, low: 1180.22, close: 1208.88, volume: 41_238_580 },
    { session: '2024-06-10', open: 120.37, high: 123.1, low: 117.01, close: 121.79, volume: 314_162_700 },
    { session: '2024-06-11', open: 121.77, high: 122.87, low: 118.74, close: 120.91, volume: 222_551_200 },
  ],
  actions: [
    { kind: 'split', exDate: '2024-06-10', numerator: 10, denominator: 1 },
    { kind: 'dividend', exDate: '2024-06-11', cash: 0.01 },
  ],
}

/** A listing in Shanghai with a split of 1.49 for 1. */
export const split149: StandinListing = {
  symbol: '688256.SS',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  bars: [bar('2025-08-27', 1372.1), bar('2025-08-28', 1587.91), bar('2026-05-07', 1868), bar('2026-05-08', 1250.5)],
  actions: [
    { kind: 'split', exDate: '2026-05-08', numerator: 1.49, denominator: 1 },
    { kind: 'dividend', exDate: '2026-05-08', cash: 1.5 },
  ],
}

const accn = (filed: string) => `0001045810-${filed.slice(2, 4)}-${filed.slice(5, 7)}${filed.slice(8, 10)}00`

const fact = (start: string, end: string, val: number, filed: string, form = '10-Q') => ({
  start,
  end,
  val,
  filed,
  form,
  accn: accn(filed),
})

const count = (end: string, val: number, filed: string, form = '10-Q') => ({ end, val, filed, form, accn: accn(filed) })

/** Nvidia's calendar with round figures: fiscal 2025 in full, fiscal 2026 to its second quarter. */
export const chipMaker: StandinCompany = {
  cik: 1045810,
  name: 'Stand-in chips',
  facts: {
    Revenues: [
      fact('2024-01-29', '2024-04-28', 100, '2024-05-29'),
      fact('2024-04-29', '2024-07-28', 110, '2024-08-28'),
      fact('2024-01-29', '2024-07-28', 210, '2024-08-28'),
      fact('2024-07-29', '2024-10-27', 120, '2024-11-20'),
      fact('2024-01-29', '2024-10-27', 330, '2024-11-20'),
      fact('2024-01-29', '2025-01-26', 470, '2025-02-26', '10-K'),
      fact('2025-01-27', '2025-04-27', 150, '2025-05-28'),
      // The year before, repeated as a comparative, once as it was and once restated.
      fact('2024-01-29', '2024-04-28', 100, '2025-05-28'),
      fact('2025-04-28', '2025-07-27', 160, '2025-08-27'),
      fact('2024-04-29', '2024-07-28', 111, '2025-08-27'),
    ],
    RevenueFromContractWithCustomerExcludingAssessedTax: [
      fact('2019-01-28', '2019-04-28', 7, '2019-05-29'),
      fact('2019-04-29', '2019-07-28', 8, '2019-08-28'),
    ],
  },
  // Of a day after the quarter and before the filing; the day of May is stated anew in a later filing.
  shareCounts: [
    count('2024-05-24', 2_460, '2024-05-29'),
    count('2024-08-23', 24_530, '2024-08-28'),
    count('2025-05-23', 24_400, '2025-05-28'),
    count('2025-05-23', 24_400, '2025-05-30', '10-Q/A'),
    count('2025-05-23', 24_388, '2025-06-02', '10-Q/A'),
  ],
  filings: [
    filing('2025-08-27', '2025-08-27T20:22:10.000Z', '8-K', '2.02,9.01'),
    filing('2025-05-28', '2025-05-28T20:20:00.000Z', '8-K', '2.02,9.01'),
    filing('2025-04-15', '2025-04-15T21:22:59.000Z', '8-K', '8.01'),
    filing('2025-02-26', '2025-02-26T16:21:05.000Z', '8-K', '2.02,9.01'),
    // A forecast three weeks before the results: not the announcement.
    filing('2024-08-08', '2024-08-08T12:00:00.000Z', '8-K', '2.02'),
    filing('2024-08-28', '2024-08-28T20:20:00.000Z', '8-K', '2.02,9.01'),
  ],
}

function filing(filingDate: string, acceptanceDateTime: string, form: string, items: string) {
  return { accessionNumber: `0001045810-${filingDate}`, filingDate, acceptanceDateTime, form, items }
}

const report = (reportDate: string, noticeDate: string, yearToDate: number | null): StandinReport => ({
  code: '688256',
  reportDate,
  noticeDate,
  yearToDate,
})

/** Two years of reports; the nine months of 2024 are missing. */
export const reports: StandinReport[] = [
  report('2024-03-31', '2024-04-30', 25_667_000),
  report('2024-06-30', '2024-08-31', 64_765_343.16),
  report('2024-12-31', '2025-04-19', 1_174_464_376.51),
  report('2025-03-31', '2025-04-19', 1_111_398_926.8),
  report('2025-06-30', '2025-08-27', 2_880_643_471.09),
  report('2025-09-30', '2025-10-18', 4_607_424_363.66),
]

const COMPILED = 'Compiled from several public tables of daily figures and cross-checked'

/** Where each listing's table is made from: the file, the places after the point, and a word on origin and checks. */
export const barOrigins = [
  {
    symbol: '688256.SS',
    csv: '688256.SS.csv',
    currency: 'CNY',
    decimals: 2,
    source: `${COMPILED}: 1,340 of 1,340 common closes agree between two independent vendors. As traded.`,
  },
  {
    symbol: 'NVDA',
    csv: 'NVDA.csv',
    currency: 'USD',
    decimals: 2,
    source: `${COMPILED}. Turned back to as traded: ten times the split-adjusted price before 2024-06-10.`,
  },
  {
    symbol: '688795.SS',
    csv: '688795.SS.csv',
    currency: 'CNY',
    decimals: 2,
    source: `${COMPILED}. From the first session on.`,
  },
  {
    symbol: '688802.SS',
    csv: '688802.SS.csv',
    currency: 'CNY',
    decimals: 2,
    source: `${COMPILED}. From the first session on.`,
  },
  { symbol: 'BABA', csv: 'BABA.csv', currency: 'USD', decimals: 2, source: `${COMPILED}. As traded.` },
  {
    symbol: '0700.HK',
    csv: '0700.HK.csv',
    currency: 'HKD',
    decimals: 1,
    source: `${COMPILED}. Turned back from adjusted values: every figure falls on the tick of the exchange.`,
  },
  {
    symbol: '000688.SS',
    csv: '000688.SS.csv',
    currency: 'CNY',
    decimals: 3,
    source: `${COMPILED}. Index points, no volume.`,
  },
  {
    symbol: '000300.SS',
    csv: '000300.SS.csv',
    currency: 'CNY',
    decimals: 3,
    source: `${COMPILED}. Index points, no volume.`,
  },
  { symbol: '^GSPC', csv: 'GSPC.csv', currency: 'USD', decimals: 2, source: `${COMPILED}. Index points.` },
  { symbol: '^IXIC', csv: 'IXIC.csv', currency: 'USD', decimals: 2, source: `${COMPILED}. Index points.` },
] as const

/** The same for the currency rates. */
export const rateOrigin = {
  csv: 'fx-per-eur.csv',
  quotes: ['USD', 'CNY', 'HKD'],
  decimals: 4,
  source: 'Reference rates of the European Central Bank, units for one euro.',
} as const

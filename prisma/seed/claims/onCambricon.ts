import type { ClaimDraft } from './types'

const HALF_YEAR = { topic: 'cambricon', quarters: ['2025-Q1', '2025-Q2'] } as const
const HALF_YEAR_BEFORE = { topic: 'cambricon', quarters: ['2024-Q1', '2024-Q2'] } as const

/** What the article says of Cambricon's share and its half-year. */
export const claimsOnCambricon: readonly ClaimDraft[] = [
  {
    slug: 'cambricon-up-nearly-500-percent',
    statement: "Cambricon's share price rose by nearly 500% in a year, the article says.",
    statementZh: '文章称，寒武纪股价一年内上涨近500%。',
    kind: 'price-change',
    parameters: {
      listing: '688256.SS',
      price: 'close',
      adjust: 'split',
      years: 1,
      reading: 'percent-more',
      range: { from: 475, below: 500 },
      endDates: ['2025-09-18', '2025-09-19'],
      ends: { last: '2025-09-18', count: 60 },
    },
  },
  {
    slug: 'cambricon-half-year-revenue',
    statement: 'Cambricon took in 2.88 billion yuan in the first half of 2025, the article says.',
    statementZh: '文章称，寒武纪2025年上半年营业收入为28.8亿元。',
    kind: 'level',
    parameters: { revenue: HALF_YEAR, currency: 'CNY', said: '2.88', unit: '1000000000', decimals: 2 },
  },
  {
    slug: 'cambricon-half-year-growth',
    statement: 'That was 4,348% more than a year before, the article says.',
    statementZh: '文章称，这一数字同比增长4348%。',
    kind: 'growth',
    parameters: {
      revenue: HALF_YEAR,
      before: HALF_YEAR_BEFORE,
      reading: 'percent-more',
      said: '4348',
      unit: '1',
      decimals: 0,
    },
  },
  {
    slug: 'cambricon-half-year-in-dollars',
    statement: 'In dollars that is 404 million, the article says.',
    statementZh: '文章称，折合4.04亿美元。',
    kind: 'conversion',
    parameters: {
      revenue: HALF_YEAR,
      from: 'CNY',
      to: 'USD',
      base: 'EUR',
      dates: ['2025-08-26', '2025-08-28', '2025-08-29', '2025-09-18'],
      said: '404',
      unit: '1000000',
      decimals: 0,
    },
  },
  {
    slug: 'cambricon-record-since-listing',
    statement: 'The half-year was a record since the company went public in 2020, the article says.',
    statementZh: '文章称，这一半年度业绩创下公司2020年上市以来的纪录。',
    kind: 'record',
    parameters: { ...HALF_YEAR, since: '2020-07-20', needsFrom: '2020-Q3' },
  },
]

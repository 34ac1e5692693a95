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
      adjust: 'raw',
      years: 1,
      range: { from: 475, below: 500 },
      endDates: ['2025-09-18', '2025-09-19'],
      ends: { last: '2025-09-18', count: 60 },
    },
    verdict: 'depends-on-the-dates',
    finding:
      'Close to close, the year to 2025-09-18 gives +576.6% (210.01 to 1420.99 CNY) and the year to 2025-09-19 +544.0%. Read as 475% to under 500%, the statement is true for 4 of the 60 sessions up to 2025-09-18; over all of them the change runs from +117% to +594%.',
    findingZh:
      '按收盘价计算，截至2025-09-18的一年上涨576.6%（210.01元至1420.99元），截至2025-09-19上涨544.0%。若将“近500%”理解为475%至不足500%，则在截至2025-09-18的60个交易日中只有4个成立；这60个终点对应的涨幅介于117%与594%之间。',
  },
  {
    slug: 'cambricon-half-year-revenue',
    statement: 'Cambricon took in 2.88 billion yuan in the first half of 2025, the article says.',
    statementZh: '文章称，寒武纪2025年上半年营业收入为28.8亿元。',
    kind: 'level',
    parameters: { revenue: HALF_YEAR, currency: 'CNY', said: '2.88', unit: '1000000000', decimals: 2 },
    verdict: 'holds-within-rounding',
    finding: 'The two quarters add up to 2,880,643,471 CNY, which rounds to 2.88 billion.',
    findingZh: '两个季度合计2,880,643,471元，四舍五入即28.8亿元。',
  },
  {
    slug: 'cambricon-half-year-growth',
    statement: 'That was 4,348% more than a year before, the article says.',
    statementZh: '文章称，这一数字同比增长4348%。',
    kind: 'growth',
    parameters: { revenue: HALF_YEAR, before: HALF_YEAR_BEFORE, said: '4348', unit: '1', decimals: 0 },
    verdict: 'holds-within-rounding',
    finding: 'From 64,765,343 CNY to 2,880,643,471 CNY is +4,347.82%, which rounds to 4,348%.',
    findingZh: '由64,765,343元增至2,880,643,471元，增幅为4347.82%，四舍五入即4348%。',
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
    verdict: 'depends-on-the-dates',
    finding:
      "At the European Central Bank's rates it is 403.9 million USD on 2025-08-28 and on 2025-08-29, which rounds to 404; but 402.5 million on the day of the report, 2025-08-26, and 405.4 million on 2025-09-18.",
    findingZh:
      '按欧洲央行参考汇率，2025-08-28与2025-08-29均折合4.039亿美元，四舍五入即4.04亿；但在财报公布当日2025-08-26为4.025亿，2025-09-18为4.054亿。',
  },
  {
    slug: 'cambricon-record-since-listing',
    statement: 'The half-year was a record since the company went public in 2020, the article says.',
    statementZh: '文章称，这一半年度业绩创下公司2020年上市以来的纪录。',
    kind: 'record',
    parameters: { topic: 'cambricon', since: '2020-07-20', needsFrom: '2020-Q3' },
    verdict: 'not-checkable',
    finding:
      'Revenue is stored from 2022-Q1 on. Up to the day of the statement it is the highest half-year stored, but those from the listing to 2021 are missing, so the statement as made cannot be checked.',
    findingZh:
      '营业收入自2022年第一季度起才有记录。在作出该表述之前，有记录的各半年度中以此为最高，但上市至2021年的各半年度没有记录，因此无法核实原话。',
  },
]

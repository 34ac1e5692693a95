import type { ClaimDraft } from './types'

/** What the article says of Nvidia, Huawei and Alibaba. */
export const claimsOnRivals: readonly ClaimDraft[] = [
  {
    slug: 'nvidia-tumbled-on-deepseek',
    statement: "Nvidia's share tumbled on DeepSeek's announcement of August 2025, the article says.",
    statementZh: '文章称，DeepSeek在2025年8月的消息令英伟达股价大跌。',
    kind: 'response',
    parameters: {
      event: 'deepseek-ue8m0',
      listing: 'NVDA',
      benchmark: '^GSPC',
      direction: 'fall',
      window: { pre: 0, post: 1 },
      sessions: { before: '2025-08-20', day0: '2025-08-21', after: '2025-08-22' },
    },
    verdict: 'does-not-hold',
    finding:
      'Nvidia closed at 174.98 USD on 2025-08-21 after 175.40, a change of -0.24% on a day when the S&P 500 lost 0.40%, and at 177.99 on 2025-08-22. No fall is to be seen.',
    findingZh:
      '英伟达2025-08-21收于174.98美元，前一日为175.40美元，变动-0.24%，同日标普500下跌0.40%；2025-08-22收于177.99美元。未见下跌。',
  },
  {
    slug: 'huawei-roadmap-days-later',
    statement: "Huawei's roadmap came days after DeepSeek's announcement, the article says.",
    statementZh: '文章称，华为在DeepSeek发布消息数日后公布了路线图。',
    kind: 'interval',
    parameters: { fromEvent: 'deepseek-ue8m0', toEvent: 'huawei-connect-2025', atMostDays: 10 },
    verdict: 'does-not-hold',
    finding: 'From 2025-08-21 to 2025-09-18 it is 28 days, four weeks; "days" is read as up to 10.',
    findingZh: '从2025-08-21到2025-09-18相隔28天，即四周；此处将“数日”理解为至多10天。',
  },
  {
    slug: 'million-npu-cluster-one-sixth',
    statement:
      "A cluster of one million NPUs would take a sixth of Huawei's capacity of 600,000 to 700,000 chips a year, the article says.",
    statementZh: '文章称，百万NPU规模的集群将占用华为每年60万至70万颗芯片产能的六分之一。',
    kind: 'arithmetic',
    parameters: { part: 1_000_000, wholes: [600_000, 700_000], saidShare: { numerator: 1, denominator: 6 } },
    verdict: 'contradicts-itself',
    finding:
      'One million chips are 143% to 167% of 600,000 to 700,000: more than a whole year makes, and not a sixth of it. The statement refutes itself, whatever the true capacity is.',
    findingZh:
      '一百万颗相当于60万至70万颗的143%至167%，超过全年产能，而非六分之一。无论实际产能多少，这一说法都自相矛盾。',
  },
  {
    slug: 't-head-matches-h20',
    statement: "T-Head's new chip matches Nvidia's H20, the article says.",
    statementZh: '文章称，平头哥新芯片的性能与英伟达H20相当。',
    kind: 'not-checkable',
    parameters: { needs: 'measured performance of both chips' },
    verdict: 'not-checkable',
    finding: 'It would take measurements of both chips. Prices and revenue say nothing about it.',
    findingZh: '这需要两款芯片的实测数据，股价和营收无法说明。',
  },
  {
    slug: 'huawei-generations-behind',
    statement: "Huawei's chips are one or two generations behind, the article holds.",
    statementZh: '文章认为，华为的芯片落后一到两代。',
    kind: 'opinion',
    parameters: { needs: 'an agreed measure of a generation' },
    verdict: 'not-checkable',
    finding: 'It is an opinion: there is no agreed measure of a generation, and no stored series that would decide it.',
    findingZh: '这属于观点：“一代”没有公认的衡量标准，也没有可据以判断的数据。',
  },
]

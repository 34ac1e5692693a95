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
      direction: 'fall',
    },
  },
  {
    slug: 'huawei-roadmap-days-later',
    statement: "Huawei's roadmap came days after DeepSeek's announcement, the article says.",
    statementZh: '文章称，华为在DeepSeek发布消息数日后公布了路线图。',
    kind: 'interval',
    parameters: { fromEvent: 'deepseek-ue8m0', toEvent: 'huawei-connect-2025', atMostDays: 10 },
  },
  {
    slug: 'million-npu-cluster-one-sixth',
    statement:
      "A cluster of one million NPUs would take a sixth of Huawei's capacity of 600,000 to 700,000 chips a year, the article says.",
    statementZh: '文章称，百万NPU规模的集群将占用华为每年60万至70万颗芯片产能的六分之一。',
    kind: 'arithmetic',
    parameters: { part: 1_000_000, wholes: [600_000, 700_000], saidShare: { numerator: 1, denominator: 6 } },
  },
  {
    slug: 't-head-matches-h20',
    statement: "T-Head's new chip matches Nvidia's H20, the article says.",
    statementZh: '文章称，平头哥新芯片的性能与英伟达H20相当。',
    kind: 'not-checkable',
    parameters: { needs: 'measured performance of both chips', needsZh: '两款芯片的实测性能' },
  },
  {
    slug: 'huawei-generations-behind',
    statement: "Huawei's chips are one or two generations behind, the article holds.",
    statementZh: '文章认为，华为的芯片落后一到两代。',
    kind: 'not-checkable',
    parameters: { needs: 'an agreed measure of a generation of chips', needsZh: '公认的芯片“代差”衡量标准' },
  },
]

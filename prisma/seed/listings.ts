import { dividendsKnownTo } from './actions'
import type { SeedListing } from './types'

type Particulars = Omit<SeedListing, 'dividendsKnownTo' | 'benchmark' | 'secondBenchmark' | 'position'>

/** A company of Shanghai's STAR market: held against the STAR 50, then the CSI 300. */
const star = (code: string, rest: Pick<Particulars, 'name' | 'nameZh' | 'listedOn' | 'trackedFrom' | 'topics'>) => ({
  symbol: `${code}.SS`,
  mic: 'XSHG',
  ticker: code,
  kind: 'equity' as const,
  currency: 'CNY',
  benchmark: '000688.SS',
  secondBenchmark: '000300.SS',
  feedSymbols: {
    yahoo: `${code}.SS`,
    tencent: `sh${code}`,
    eastmoney: `1.${code}`,
    'eastmoney-data': code,
  },
  ...rest,
})

const index = (
  rest: Pick<Particulars, 'symbol' | 'mic' | 'ticker' | 'name' | 'nameZh' | 'currency' | 'feedSymbols'>,
) => ({
  kind: 'index' as const,
  listedOn: null,
  trackedFrom: '2024-01-02',
  benchmark: null,
  secondBenchmark: null,
  topics: [],
  ...rest,
})

const inOrder: readonly Omit<SeedListing, 'position' | 'dividendsKnownTo'>[] = [
  star('688256', {
    name: 'Cambricon Technologies',
    nameZh: '寒武纪',
    listedOn: '2020-07-20',
    trackedFrom: '2024-01-02',
    topics: ['cambricon'],
  }),
  {
    symbol: 'NVDA',
    mic: 'XNAS',
    ticker: 'NVDA',
    name: 'Nvidia',
    nameZh: '英伟达',
    kind: 'equity',
    currency: 'USD',
    listedOn: '1999-01-22',
    trackedFrom: '2024-01-02',
    benchmark: '^GSPC',
    secondBenchmark: '^IXIC',
    topics: ['nvidia', 'nvidia-h20', 'nvidia-rtx-pro-6000d'],
    feedSymbols: { yahoo: 'NVDA', tencent: 'usNVDA', eastmoney: '105.NVDA', sec: '0001045810' },
  },
  star('688795', {
    name: 'Moore Threads',
    nameZh: '摩尔线程',
    listedOn: '2025-12-05',
    trackedFrom: '2025-12-05',
    topics: ['moore-threads'],
  }),
  star('688802', {
    name: 'MetaX',
    nameZh: '沐曦股份',
    listedOn: '2025-12-17',
    trackedFrom: '2025-12-17',
    topics: ['metax'],
  }),
  {
    symbol: 'BABA',
    mic: 'XNYS',
    ticker: 'BABA',
    name: 'Alibaba Group (ADS)',
    nameZh: '阿里巴巴（美国存托股）',
    kind: 'adr',
    currency: 'USD',
    listedOn: '2014-09-19',
    trackedFrom: '2024-01-02',
    benchmark: '^GSPC',
    secondBenchmark: '^IXIC',
    topics: ['alibaba'],
    feedSymbols: { yahoo: 'BABA', tencent: 'usBABA', eastmoney: '106.BABA' },
  },
  {
    symbol: '0700.HK',
    mic: 'XHKG',
    ticker: '0700',
    name: 'Tencent Holdings',
    nameZh: '腾讯控股',
    kind: 'equity',
    currency: 'HKD',
    listedOn: '2004-06-16',
    trackedFrom: '2024-01-02',
    benchmark: null,
    secondBenchmark: null,
    topics: ['tencent'],
    feedSymbols: { yahoo: '0700.HK', tencent: 'hk00700', eastmoney: '116.00700' },
  },
  index({
    symbol: '000688.SS',
    mic: 'XSHG',
    ticker: '000688',
    name: 'STAR 50',
    nameZh: '科创50',
    currency: 'CNY',
    feedSymbols: { yahoo: '000688.SS', tencent: 'sh000688', eastmoney: '1.000688' },
  }),
  index({
    symbol: '000300.SS',
    mic: 'XSHG',
    ticker: '000300',
    name: 'CSI 300',
    nameZh: '沪深300',
    currency: 'CNY',
    feedSymbols: { yahoo: '000300.SS', tencent: 'sh000300', eastmoney: '1.000300' },
  }),
  index({
    symbol: '^GSPC',
    mic: 'XNYS',
    ticker: 'GSPC',
    name: 'S&P 500',
    nameZh: '标普500',
    currency: 'USD',
    feedSymbols: { yahoo: '^GSPC' },
  }),
  index({
    symbol: '^IXIC',
    mic: 'XNAS',
    ticker: 'IXIC',
    name: 'Nasdaq Composite',
    nameZh: '纳斯达克综合指数',
    currency: 'USD',
    feedSymbols: { yahoo: '^IXIC' },
  }),
]

/** The ten listings, the two sides of the argument first; `position` counts from 1. */
export const listings: readonly SeedListing[] = inOrder.map((listing, index) => ({
  ...listing,
  dividendsKnownTo: dividendsKnownTo[listing.symbol] ?? null,
  position: index + 1,
}))

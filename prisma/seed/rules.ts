import type { SeedRule } from './types'

const rule = (
  slug: string,
  [name, nameZh]: readonly [string, string],
  kind: SeedRule['kind'],
  parameters: SeedRule['parameters'] = {},
  listings: readonly string[] = [],
): Omit<SeedRule, 'position'> => ({ slug, name, nameZh, kind, parameters, listings })

const companies = ['688256.SS', 'NVDA', '688795.SS', '688802.SS', 'BABA', '0700.HK']

/** The rules that ship in the box, in display order; what a rule leaves out has the default of its kind. */
export const rules: readonly SeedRule[] = [
  rule('abnormal-return', ['Abnormal return', '异常收益'], 'abnormal-return'),
  rule('event-moved', ['Event moved a price', '事件引起异动'], 'event-verdict', { verdicts: ['moved'] }),
  rule('revenue-filed', ['Revenue filed', '营业收入公布'], 'revenue-filed'),
  rule('unusual-volume', ['Unusual volume', '成交量异常'], 'volume', {}, companies),
  rule('new-high', ['New 250-session high', '250日新高'], 'extreme', { side: 'high' }, companies),
  rule('new-low', ['New 250-session low', '250日新低'], 'extreme', { side: 'low' }, companies),
  rule('drawdown', ['Drawdown of 20%', '回撤20%'], 'drawdown', {}, companies),
  rule(
    'cambricon-against-nvidia',
    ['Cambricon against Nvidia', '寒武纪相对英伟达'],
    'relative-strength',
    { against: 'NVDA' },
    ['688256.SS'],
  ),
  rule('milestone', ['Roadmap due or late', '路线图到期或逾期'], 'milestone'),
  rule('claim-verdict', ['Claim verdict', '论断结论'], 'claim-verdict'),
  rule('stale-series', ['Prices stale', '行情陈旧'], 'stale-series'),
  rule('gap', ['Gap in prices', '行情缺口'], 'gap'),
  rule('action-candidate', ['Corporate action held', '公司行动待定'], 'held-row'),
].map((one, index) => ({ ...one, position: index + 1 }))

import { ARTICLE } from './sources'
import type { SeedMilestone } from './types'

const promise = (
  topic: string,
  name: string,
  nameZh: string,
  promised: string | null,
  evidence: string,
  evidenceZh: string,
): Omit<SeedMilestone, 'position'> => ({
  slug: topic,
  title: name,
  titleZh: nameZh,
  topic,
  promised,
  shippedOn: null,
  evidence,
  evidenceZh,
  evidenceUrl: null,
  sourceName: ARTICLE,
  sourceUrl: null,
})

const NOT_DUE = 'In August 2026, when this was written down, the promised window still lay ahead.'
const NOT_DUE_ZH = '截至2026年8月记录时，承诺的时间窗口尚未到来。'

/** The six products of Huawei's roadmap of 18 September 2025, in the order of their windows; `position` counts from 1. */
export const milestones: readonly SeedMilestone[] = [
  promise(
    'ascend-950pr',
    'Ascend 950PR',
    '昇腾950PR',
    '2026-Q1',
    'Mentioned as in use in the field in April 2026. The day on which it was launched is not known to us.',
    '2026年4月已有实际使用的报道，具体推出日期不详。',
  ),
  promise(
    'ascend-950dt',
    'Ascend 950DT',
    '昇腾950DT',
    '2026-Q4',
    'Whether it has shipped is not known to us.',
    '是否已经出货，尚无已知信息。',
  ),
  promise('ascend-960', 'Ascend 960', '昇腾960', '2027', NOT_DUE, NOT_DUE_ZH),
  promise('ascend-970', 'Ascend 970', '昇腾970', '2028', NOT_DUE, NOT_DUE_ZH),
  promise(
    'atlas-950',
    'Atlas 950 SuperPoD',
    'Atlas 950超节点',
    null,
    'The article gives no window for it. Whether it has shipped is not known to us.',
    '文章未给出时间窗口；是否已经出货，尚无已知信息。',
  ),
  promise(
    'atlas-960',
    'Atlas 960 SuperPoD',
    'Atlas 960超节点',
    null,
    'The article gives no window for it. Whether it has shipped is not known to us.',
    '文章未给出时间窗口；是否已经出货，尚无已知信息。',
  ),
].map((milestone, index) => ({ ...milestone, position: index + 1 }))

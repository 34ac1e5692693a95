import { type Shape, texts } from '../i18n/texts'

const en = {
  draft: 'draft',
  draftNote: 'Only annotators see it',
  phases: {
    pre: 'before the open',
    intraday: 'in trading hours',
    after: 'after the close',
    unknown: 'hour not known',
    minute: 'known to the minute',
    month: 'only the month is known',
  },
  tags: {
    'chip-launch': 'chip launch',
    'corporate-action': 'corporate action',
    'export-control': 'export control',
    ipo: 'IPO',
    'market-access': 'market access',
    'model-release': 'model release',
    procurement: 'procurement',
    results: 'results',
    roadmap: 'roadmap',
    software: 'software',
  },
}

const zh: Shape<typeof en> = {
  draft: '草稿',
  draftNote: '仅标注者可见',
  phases: {
    pre: '开盘前',
    intraday: '交易时段内',
    after: '收盘后',
    unknown: '时刻不详',
    minute: '精确到分钟',
    month: '仅知月份',
  },
  tags: {
    'chip-launch': '芯片发布',
    'corporate-action': '公司行为',
    'export-control': '出口管制',
    ipo: '上市',
    'market-access': '市场准入',
    'model-release': '模型发布',
    procurement: '采购',
    results: '业绩',
    roadmap: '路线图',
    software: '软件',
  },
}

/** Words for how exactly an event's time is known, and for the tags of events. */
export const eventTimeTexts = texts(en, zh)

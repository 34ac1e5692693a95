import { type Shape, texts } from '../i18n/texts'

const en = {
  title: 'Risk and relation',
  windowLabel: 'Returns in a window',
  window: (sessions: number) => `${sessions} sessions`,
  againstLabel: 'Correlation with',
  csv: 'Every session as CSV',
  json: 'JSON',
  last: (day: string, value: string) => `${day}: ${value}`,
  label: (title: string, from: string, to: string, value: string) => `${title} from ${from} to ${to}, last ${value}`,
  none: 'There is nothing to draw in this range yet: it takes a whole window of returns.',
  head: { session: 'Session', value: 'Value' },
  table: 'Ends of months and the last session',
  rawNote: 'Counted on split-adjusted closes: as-traded ones jump at splits.',
  drawdown: {
    title: 'Drawdown',
    note: (first: string) => `Below the highest close since ${first}`,
    foot: (depth: string, peak: string, trough: string) => `Deepest: ${depth}, from ${peak} to ${trough}.`,
    never: 'It never closed below an earlier close.',
  },
  volatility: {
    title: 'Realised volatility',
    note: (window: number) => `Of the last ${window} daily log returns, a year (× √252)`,
  },
  beta: {
    title: 'Rolling beta',
    note: (name: string, window: number) => `To ${name}, last ${window} log returns`,
  },
  correlation: {
    title: 'Rolling correlation',
    note: (name: string, window: number) => `With ${name}, last ${window} log returns`,
  },
  rules: {
    'same-date': 'Sessions of the same date stand beside one another.',
    'session-before':
      'Each session stands beside the last one of the other side that had closed before it opened: that of an earlier date.',
    'session-up-to':
      'Each session stands beside the last one of the other side that had closed before it opened: that of its own date, or the last before.',
  },
  ownCurrency: 'Each in its own currency.',
  refused: {
    'no-benchmark': 'There is nothing to hold it against: this listing has no benchmark.',
    'too-few-sessions': (needed: number) =>
      `Too few sessions stand beside one another: ${needed} are needed. A shorter window may do.`,
  },
}

const zh: Shape<typeof en> = {
  title: '风险与关联',
  windowLabel: '窗口内的收益率个数',
  window: (sessions) => `${sessions} 个交易日`,
  againstLabel: '相关性的对象',
  csv: '每个交易日（CSV）',
  json: 'JSON',
  last: (day, value) => `${day}：${value}`,
  label: (title, from, to, value) => `${title}，${from}至${to}，最新 ${value}`,
  none: '这个范围内还画不出来：需要一整个窗口的收益率。',
  head: { session: '交易日', value: '数值' },
  table: '各月末与最近一个交易日',
  rawNote: '按拆股调整后的收盘价计算：实际成交价在拆股处会跳跃。',
  drawdown: {
    title: '回撤',
    note: (first) => `低于${first}以来最高收盘的幅度`,
    foot: (depth, peak, trough) => `最大回撤：${depth}，从${peak}到${trough}。`,
    never: '从未低于此前的收盘。',
  },
  volatility: { title: '已实现波动率', note: (window) => `最近 ${window} 个日对数收益率，年化（× √252）` },
  beta: {
    title: '滚动贝塔',
    note: (name, window) => `对${name}，最近 ${window} 个对数收益率`,
  },
  correlation: {
    title: '滚动相关性',
    note: (name, window) => `与${name}，最近 ${window} 个对数收益率`,
  },
  rules: {
    'same-date': '按同一日期配对。',
    'session-before': '每个交易日与对方在它开盘前最后收盘的交易日配对：即日期更早的那一个。',
    'session-up-to': '每个交易日与对方在它开盘前最后收盘的交易日配对：即同一日期，或之前最近的一个。',
  },
  ownCurrency: '各以本币计价。',
  refused: {
    'no-benchmark': '没有可比的对象：这只证券没有基准指数。',
    'too-few-sessions': (needed) => `可以配对的交易日太少：需要 ${needed} 个。可以试试更短的窗口。`,
  },
}

export const indicatorTexts = texts(en, zh)

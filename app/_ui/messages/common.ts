import { formatCount } from '../format/number'
import { type Shape, texts } from '../i18n/texts'

const en = {
  product: 'Tidemark',
  question: 'Can China’s AI chips replace Nvidia’s?',
  description: 'Cambricon against Nvidia: prices, revenue and dated events, each figure with its source and its age.',
  nav: {
    label: 'Pages',
    board: 'Board',
    compare: 'Compare',
    events: 'Events',
    claims: 'Claims',
    roadmap: 'Roadmap',
    signals: 'Signals',
    data: 'Data',
  },
  numbers: 'Show the numbers',
  numbersOf: (title: string) => `The numbers of: ${title}`,
  asOf: 'As of',
  missing: {
    none: 'none',
    open: 'open',
    reasons: (reason: string | null) =>
      ({ halt: 'halted', 'feed-gap': 'in no feed', 'not-listed': 'before the listing' })[reason ?? ''] ?? 'unexplained',
    title: 'Sessions of the exchange without a bar: open until a feed brings them, else with the reason',
  },
  pointInTime: {
    banner: (moment: string) => `Set to ${moment}: only what could be known then is shown.`,
    back: 'Back to now',
    label: 'Show what could be known at the end of a day',
    go: 'Look back',
    wrong: (text: string) => `“${text}” is no date to look back to; write one such as 2025-09-18. This is the present.`,
    future: (text: string) => `${text} has not come yet. This is the present.`,
  },
  unknownUrl: { title: 'There is no such page', text: 'The address may be old or mistyped.', back: 'Go to the board' },
  failure: {
    title: 'This page could not be made',
    text: 'The server could not read what it needs, most likely because the database is not answering. Nothing stored is lost.',
    again: 'Try again',
    reference: (digest: string) => `Reference for the server’s log: ${digest}`,
  },
  live: { failed: (at: string) => `No connection to the server: these are the figures of ${at}.` },
  age: {
    fresh: 'fresh',
    unknown: 'age unknown',
    empty: 'no figures yet',
    behind: (sessions: number) => `${formatCount(sessions, 'session')} behind`,
    lastDue: (day: string, exchange: string) => `Last session due at ${exchange}: ${day}.`,
    noCalendar: (exchange: string) => `The calendar of ${exchange} does not reach today, so the age cannot be counted.`,
  },
  bundled: (to: string) => `bundled, to ${to}`,
  source: (source: string) => `Source: ${source}`,
  asOfMoment: (moment: string) => `as of ${moment}`,
  stored: (moment: string) => `stored ${moment}`,
  fetched: (moment: string) => `fetched ${moment}`,
  listSeparator: ', ',
}

const zh: Shape<typeof en> = {
  product: 'Tidemark',
  question: '中国的 AI 芯片能取代英伟达吗？',
  description: '寒武纪对英伟达：股价、营收与有日期的事件，每个数字都附来源与时效。',
  nav: {
    label: '页面',
    board: '看板',
    compare: '对比',
    events: '事件',
    claims: '论断',
    roadmap: '路线图',
    signals: '信号',
    data: '数据',
  },
  numbers: '显示数字',
  numbersOf: (title) => `数字：${title}`,
  asOf: '截至',
  missing: {
    none: '无',
    open: '待补',
    reasons: (reason) =>
      ({ halt: '停牌', 'feed-gap': '各数据源均无', 'not-listed': '上市之前' })[reason ?? ''] ?? '原因不明',
    title: '交易所有交易而没有行情的交易日：待补者等待数据源，其余写明原因',
  },
  pointInTime: {
    banner: (moment) => `时点设为 ${moment}：只显示当时已经可知的内容。`,
    back: '回到现在',
    label: '显示某日结束时可知的内容',
    go: '回看',
    wrong: (text) => `“${text}” 不是可以回看的日期；请写成 2025-09-18 这样。现在显示的是当前。`,
    future: (text) => `${text} 尚未到来。现在显示的是当前。`,
  },
  unknownUrl: { title: '没有这个页面', text: '地址可能已经过时，或者输入有误。', back: '去看板' },
  failure: {
    title: '这个页面无法生成',
    text: '服务器读不到所需的内容，多半是数据库没有应答。已存的数据没有丢失。',
    again: '重试',
    reference: (digest) => `服务器日志中的编号：${digest}`,
  },
  live: { failed: (at) => `与服务器断开：这些是 ${at} 的数字。` },
  age: {
    fresh: '最新',
    unknown: '时效不明',
    empty: '尚无数据',
    behind: (sessions) => `落后 ${sessions} 个交易日`,
    lastDue: (day, exchange) => `${exchange} 最近一个应有的交易日：${day}。`,
    noCalendar: (exchange) => `${exchange} 的交易日历未到今天，无法计算时效。`,
  },
  bundled: (to) => `随软件附带，至 ${to}`,
  source: (source) => `来源：${source}`,
  asOfMoment: (moment) => `截至 ${moment}`,
  stored: (moment) => `存入于 ${moment}`,
  fetched: (moment) => `取得于 ${moment}`,
  listSeparator: '、',
}

/** Texts that stand on every page. */
export const commonTexts = texts(en, zh)

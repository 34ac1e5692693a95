import { type Shape, texts } from '../i18n/texts'

const en = {
  skip: 'Skip to the content',
  search: 'Search',
  display: {
    label: 'Display',
    theme: 'Colours',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    language: 'Language',
    rising: 'Rising prices',
    risings: { teal: 'Teal', red: 'Red, as in China' },
    keys: 'Keyboard shortcuts',
  },
  footer: {
    advice:
      'Not investment advice. Figures can be wrong, late or missing; check them at their source before you rely on them.',
    method: 'A price that moved after an event is consistent with the event; it is no proof of a cause.',
    article:
      'The argument: “How DeepSeek and Huawei Are Rewriting the AI Playbook”, an opinion article of autumn 2025. Events and claims are retold here in our own words.',
    terms: 'Terms of the feeds',
    feed: (name: string) => `${name}.`,
    charts: 'Charts by',
    gallery: 'Gallery of the shared elements',
    api: 'API',
    grafana: 'Grafana',
    events: 'Events as a feed',
    signals: 'Signals as a feed',
    calendar: 'Calendar',
  },
  printed: (moment: string, url: string) => `Printed ${moment} from ${url}`,
}

const zh: Shape<typeof en> = {
  skip: '跳到正文',
  search: '搜索',
  display: {
    label: '显示设置',
    theme: '颜色',
    themes: { system: '跟随系统', light: '浅色', dark: '深色' },
    language: '语言',
    rising: '上涨的颜色',
    risings: { teal: '青绿', red: '红色（国内习惯）' },
    keys: '键盘快捷键',
  },
  footer: {
    advice: '不构成投资建议。数字可能有误、滞后或缺失；依赖它们之前，请到来源处核对。',
    method: '事件之后的价格变动与该事件相符，但不能证明因果。',
    article:
      '所论之文：2025 年秋的评论文章 “How DeepSeek and Huawei Are Rewriting the AI Playbook”。事件与论断均由我们用自己的话转述。',
    terms: '各数据源的条款',
    feed: (name) => `${name}：`,
    charts: '图表由以下软件绘制：',
    gallery: '通用元素陈列',
    api: 'API',
    grafana: 'Grafana',
    events: '订阅事件',
    signals: '订阅信号',
    calendar: '日历',
  },
  printed: (moment, url) => `打印于 ${moment}，地址 ${url}`,
}

/** Texts around every page: header, settings, foot. Most are read on the server only. */
export const shellTexts = texts(en, zh)

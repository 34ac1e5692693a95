import { type Shape, texts } from '../i18n/texts'

const en = {
  title: 'Keyboard shortcuts',
  close: 'Close',
  groups: { everywhere: 'On every page', pages: 'Go to a page', chart: 'On a chart' },
  search: 'Search listings, events, claims and pages',
  sheet: 'Show these keys',
  leave: 'Close what is open',
  chart: {
    steps: 'One session back or on',
    months: 'A month back or on',
    ends: 'First or last session',
    leave: 'Leave the chart’s point',
    reach: 'Reach the chart, its events and its table',
    annotate: 'Take or put away the tool for events',
  },
  after: 'then',
  arrows: 'Left, right',
}

const zh: Shape<typeof en> = {
  title: '键盘快捷键',
  close: '关闭',
  groups: { everywhere: '所有页面', pages: '前往页面', chart: '图表上' },
  search: '搜索证券、事件、论断与页面',
  sheet: '显示这些按键',
  leave: '关闭已打开的内容',
  chart: {
    steps: '前后移动一个交易日',
    months: '前后移动一个月',
    ends: '第一个或最后一个交易日',
    leave: '离开图表上的点',
    reach: '依次到达图表、其事件与其表格',
    annotate: '拿起或放下事件工具',
  },
  after: '然后',
  arrows: '左右方向键',
}

/** Texts of the sheet of keys. */
export const keysTexts = texts(en, zh)

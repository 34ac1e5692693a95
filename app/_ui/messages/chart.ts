import { type Shape, texts } from '../i18n/texts'

const en = {
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  tick: {
    year: (year: string) => year,
    month: (month: string) => month,
    monthOfYear: (month: string, year: string) => `${month} ${year}`,
  },
  today: 'today',
  base: (day: string) => `Base of the comparison: ${day}`,
  keys: 'Arrow keys read each session, Page keys a month, Home and End the ends; plus, minus and 0 zoom, Enter opens an event.',
  label: (names: string) => `Chart of ${names}.`,
  and: (names: readonly string[]) => names.join(', '),
  spoken: (day: string, values: string) => `${day}: ${values}`,
  spokenOld: (value: string, day: string) => `${value} (${day})`,
  spokenEvents: (titles: string) => `. Event ${titles}. Enter opens it`,
  ahead: 'still to come',
  openEvent: (title: string) => `${title}: open the event`,
  zoom: { label: 'Zoom', in: 'Zoom in', out: 'Zoom out', all: 'Show everything' },
  events: 'Events on the chart',
  close: 'Close',
  milestone: {
    label: 'Promised windows',
    states: {
      unscheduled: 'no date given',
      promised: 'ahead',
      due: 'due now',
      late: 'window passed',
      shipped: 'shipped',
    },
    title: (name: string, window: string, state: string) => `${name}, promised for ${window}: ${state}`,
  },
  unsettled: 'not settled yet',
  readout: { open: 'O', high: 'H', low: 'L', close: 'C', volume: 'Vol' },
  volume: 'Volume',
  none: 'There are no figures to draw yet.',
}

const zh: Shape<typeof en> = {
  months: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
  tick: {
    year: (year) => `${year}年`,
    month: (month) => month,
    monthOfYear: (month, year) => `${year}年${month}`,
  },
  today: '今天',
  base: (day) => `对比的基准：${day}`,
  keys: '方向键逐个交易日读取，翻页键跨一个月，Home 与 End 到两端；加号、减号和 0 缩放，回车打开事件。',
  label: (names) => `${names}的图表。`,
  and: (names) => names.join('、'),
  spoken: (day, values) => `${day}：${values}`,
  spokenOld: (value, day) => `${value}（${day}）`,
  spokenEvents: (titles) => `。事件 ${titles}。按回车打开`,
  ahead: '尚未到来',
  openEvent: (title) => `${title}：打开事件`,
  zoom: { label: '缩放', in: '放大', out: '缩小', all: '显示全部' },
  events: '图上的事件',
  close: '关闭',
  milestone: {
    label: '承诺的时间窗口',
    states: {
      unscheduled: '未给出日期',
      promised: '尚未到期',
      due: '正当其时',
      late: '窗口已过',
      shipped: '已出货',
    },
    title: (name, window, state) => `${name}，承诺于${window}：${state}`,
  },
  unsettled: '尚未结算',
  readout: { open: '开', high: '高', low: '低', close: '收', volume: '量' },
  volume: '成交量',
  none: '尚无可绘制的数字。',
}

/** Texts of the price charts. */
export const chartTexts = texts(en, zh)

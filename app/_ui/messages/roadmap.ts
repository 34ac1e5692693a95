import { formatCount } from '../format/number'
import { type Shape, texts } from '../i18n/texts'

const en = {
  title: 'Roadmap',
  lead: (day: string) => `Products that were promised, set against ${day}: each with the time it was promised for.`,
  none: 'No promised products are stored, or none had been announced by then.',
  noneOf: 'Nothing stands like this.',
  chart: {
    title: 'Promised windows',
    note: 'Each bar is the time a product was promised for; what runs past it is how late it is',
    today: 'Today',
    unscheduled: 'no window was given',
    mark: (name: string, window: string) => `${name}: promised for ${window}`,
    announced: (day: string, title: string) => `Announced ${day}: ${title}`,
    shipped: (day: string) => `Shipped ${day}`,
    legend: {
      window: 'promised window',
      overrun: 'past its window',
      shipped: 'shipped',
      announced: 'day it was announced',
      now: 'the day looked from',
    },
  },
  states: {
    promised: 'ahead',
    due: 'due now',
    late: 'window passed',
    shipped: 'shipped',
    unscheduled: 'no date',
  },
  filter: {
    label: 'Status',
    all: 'All',
    wrong: (text: string, expected: string) => `“${text}” is no status, expected one of ${expected}. All are shown.`,
  },
  opens: (days: number) => `opens in ${formatCount(days, 'day')}`,
  left: (days: number) => (days === 0 ? 'ends today' : `${formatCount(days, 'day')} left`),
  late: (days: number) => `${formatCount(days, 'day')} late`,
  lateTitle: (day: string) => `Counted from ${day}, the last day of the window; no day of launch is known here.`,
  shippedLate: (days: number) => `${formatCount(days, 'day')} after its window`,
  hidden:
    'What is known of each product is written as of the present. It is left out here, because it cannot be told what of it was known then.',
  evidence: 'What is known',
  head: {
    product: 'Product',
    promised: 'Promised for',
    from: 'From',
    to: 'To',
    status: 'Status',
    late: 'Days late',
    shipped: 'Shipped',
    announced: 'Announced',
    source: 'Source',
  },
}

const zh: Shape<typeof en> = {
  title: '路线图',
  lead: (day) => `承诺推出的产品与 ${day} 对照：各自承诺于何时推出。`,
  none: '没有承诺产品的记录，或者当时尚未公布。',
  noneOf: '没有处于这一状态的产品。',
  chart: {
    title: '承诺的时间窗口',
    note: '每条横条是产品承诺推出的时间；超出的部分表示逾期多久',
    today: '今天',
    unscheduled: '未给出时间窗口',
    mark: (name, window) => `${name}：承诺于 ${window}`,
    announced: (day, title) => `${day} 公布：${title}`,
    shipped: (day) => `${day} 推出`,
    legend: {
      window: '承诺的窗口',
      overrun: '窗口之后',
      shipped: '已推出',
      announced: '公布之日',
      now: '所看之日',
    },
  },
  states: {
    promised: '未到期',
    due: '窗口期内',
    late: '已逾期',
    shipped: '已推出',
    unscheduled: '未给出日期',
  },
  filter: {
    label: '状态',
    all: '全部',
    wrong: (text, expected) => `“${text}” 不是状态，应为 ${expected} 之一。现在显示全部。`,
  },
  opens: (days) => `${days} 天后开始`,
  left: (days) => (days === 0 ? '今天截止' : `还剩 ${days} 天`),
  late: (days) => `逾期 ${days} 天`,
  lateTitle: (day) => `自窗口最后一天 ${day} 起计算；此处不知其推出之日。`,
  shippedLate: (days) => `晚于窗口 ${days} 天`,
  hidden: '各产品的已知情况按现在所知写成。由于无法分辨其中哪些当时已经可知，此处不予显示。',
  evidence: '已知情况',
  head: {
    product: '产品',
    promised: '承诺时间',
    from: '起',
    to: '止',
    status: '状态',
    late: '逾期天数',
    shipped: '推出',
    announced: '公布',
    source: '来源',
  },
}

/** Texts of the roadmap. */
export const roadmapTexts = texts(en, zh)

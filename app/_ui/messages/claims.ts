import { type Shape, texts } from '../i18n/texts'

const en = {
  title: 'Claims',
  lead: (n: number) =>
    `${n} statements of the article. Each is judged with what could be known at the end of the day it was made; later figures never turn a verdict.`,
  head: { statement: 'Statement', verdict: 'Verdict', finding: 'What the figures say' },
  none: 'No claims are stored, or none had been made by then.',
  noneOf: 'No claim was given this verdict.',
  tally: {
    label: 'How the claims fare',
    holds: (n: number) => (n === 1 ? 'holds' : 'hold'),
    depends: (n: number) => (n === 1 ? 'depends on the dates' : 'depend on the dates'),
    fails: (n: number) => (n === 1 ? 'fails' : 'fail'),
    unchecked: (_: number) => 'cannot be checked',
  },
  filter: {
    label: 'Verdict',
    all: 'All',
    wrong: (text: string, expected: string) =>
      `“${text}” is no verdict, expected one of ${expected}. All claims are shown.`,
  },
  missing: {
    title: 'There is no such claim',
    text: 'It may have been renamed or taken back, or it had not been made on the day you look back to.',
    back: 'All claims',
  },
  stated: (day: string) => `Stated ${day} · `,
  judged: (moment: string) => `Judged with what could be known at ${moment}.`,
  unjudged: 'The day of the statement is not known.',
  arithmetic: {
    title: 'The arithmetic',
    computed: 'Computed',
    interval: 'It can be',
    intervalNote: 'over the rounding of the inputs and all that was looked at',
    stated: 'The statement means',
    statedNote: 'given its own rounding, or as it was read',
    unit: 'Unit',
    to: (low: string, high: string) => (low === high ? low : `${low} to ${high}`),
  },
  inputs: {
    title: 'Inputs',
    note: 'Every figure the verdict rests on, as it was known then',
    head: { name: 'Figure', period: 'Of', value: 'Value', unit: 'Unit', known: 'Known from', source: 'Source' },
    none: 'No stored figure enters: nothing that is stored decides it.',
    from: (source: string, document: string) => `${source}: ${document}`,
  },
  endDates: {
    title: 'Which end dates satisfy it',
    note: (satisfied: number, count: number) => `${satisfied} of the last ${count} sessions`,
    label: (of: { satisfied: number; count: number; first: string; last: string }) =>
      `A mark for each of ${of.count} end dates from ${of.first} to ${of.last}; ${of.satisfied} lie in the range that was stated.`,
    mark: (day: string, change: string) => `${day}: ${change}`,
    inside: 'in the stated range',
    range: (low: string, high: string, unit: string) => ` (${low} to under ${high} ${unit})`,
    outside: 'outside it',
    extremes: (low: string, high: string, unit: string) => `lowest ${low} ${unit}, highest ${high} ${unit}`,
    table: 'Every end date',
    head: {
      end: 'To',
      close: 'Close',
      start: 'From',
      startClose: 'Close then',
      change: (unit: string) => `Change, ${unit}`,
      satisfies: 'In the range',
    },
    yes: 'yes',
    no: 'no',
  },
  conversions: {
    title: 'On each date',
    head: { date: 'Asked for', rate: 'Rates of', value: 'Gives', satisfies: 'Rounds to what was said' },
  },
  since: { title: 'Since then', note: 'Told besides: it does not enter the verdict' },
}

const zh: Shape<typeof en> = {
  title: '论断',
  lead: (n) => `文章中的 ${n} 条说法。每条都以作出当日结束时可知的数据来评判；后来的数字不会改变结论。`,
  head: { statement: '说法', verdict: '结论', finding: '数字怎么说' },
  none: '没有论断的记录，或者当时尚无论断。',
  noneOf: '没有论断得到这一结论。',
  tally: {
    label: '各条论断的结果',
    holds: () => '条成立',
    depends: () => '条取决于起止日期',
    fails: () => '条不成立',
    unchecked: () => '条无法核实',
  },
  filter: {
    label: '结论',
    all: '全部',
    wrong: (text, expected) => `“${text}” 不是结论，应为 ${expected} 之一。现在显示全部论断。`,
  },
  missing: {
    title: '没有这条论断',
    text: '它可能已经改名或撤回，也可能在您回看的那一天尚未作出。',
    back: '全部论断',
  },
  stated: (day) => `表述于 ${day} · `,
  judged: (moment) => `以 ${moment} 时可知的数据评判。`,
  unjudged: '表述日期不详。',
  arithmetic: {
    title: '计算过程',
    computed: '计算结果',
    interval: '可能的范围',
    intervalNote: '计入各项数据的舍入以及所考察的全部情形',
    stated: '原话的含义',
    statedNote: '按其自身的舍入，或按此处的理解',
    unit: '单位',
    to: (low, high) => (low === high ? low : `${low} 至 ${high}`),
  },
  inputs: {
    title: '所用数据',
    note: '结论所依据的每个数字，均为当时所知',
    head: { name: '数据', period: '所属期间', value: '数值', unit: '单位', known: '可知时间', source: '来源' },
    none: '没有用到已存的数字：现有数据无法判定它。',
    from: (source, document) => `${source}：${document}`,
  },
  endDates: {
    title: '哪些截止日期使其成立',
    note: (satisfied, count) => `最近 ${count} 个交易日中有 ${satisfied} 个`,
    label: ({ satisfied, count, first, last }) =>
      `${first} 至 ${last} 的 ${count} 个截止日期各有一个标记；其中 ${satisfied} 个落在原话的范围内。`,
    mark: (day, change) => `${day}：${change}`,
    inside: '在原话的范围内',
    range: (low, high, unit) => `（${low} 至不足 ${high} ${unit}）`,
    outside: '在范围之外',
    extremes: (low, high, unit) => `最低 ${low} ${unit}，最高 ${high} ${unit}`,
    table: '全部截止日期',
    head: {
      end: '截至',
      close: '收盘价',
      start: '起自',
      startClose: '当时收盘价',
      change: (unit) => `变动，${unit}`,
      satisfies: '在范围内',
    },
    yes: '是',
    no: '否',
  },
  conversions: {
    title: '各日期的结果',
    head: { date: '所取日期', rate: '汇率日期', value: '结果', satisfies: '四舍五入后与原话相符' },
  },
  since: { title: '此后', note: '仅供参考，不影响结论' },
}

/** Texts of the claims pages. */
export const claimsTexts = texts(en, zh)

import { type Shape, texts } from '../i18n/texts'

// How exact a figure is comes stored in English: the forms that the box and the feeds write, each with its numbers.
const precisionsZh: readonly (readonly [RegExp, string])[] = [
  [/^exact$/, '精确'],
  [/^exact \((\S+) of the year to date less (\S+)\)$/, '精确（年初至今 $1 减去 $2）'],
  [/^exact \((\S+) of the year less (\S+)\)$/, '精确（全年 $1 减去 $2）'],
  [/^rounded to (\d+) significant figures$/, '舍入到 $1 位有效数字'],
  [/^rounded to (\d+) or (\d+) significant figures$/, '舍入到 $1 或 $2 位有效数字'],
  [/^difference of rounded figures$/, '四舍五入数字之差'],
  [
    /^difference of rounded figures: half-year (\d+) million, (\d+) significant figures$/,
    '四舍五入数字之差：半年 $1 百万，$2 位有效数字',
  ],
  [
    /^difference of rounded figures: nine months (\d+) million, (\d+) significant figures$/,
    '四舍五入数字之差：前三季度 $1 百万，$2 位有效数字',
  ],
  [/^difference of an exact half-year and a rounded first quarter$/, '精确的半年数减去舍入的一季度数'],
  [
    /^difference of a half-year rounded to (\d+) significant figures and an exact first quarter$/,
    '舍入到 $1 位有效数字的半年数减去精确的一季度数',
  ],
]

function precisionZh(text: string): string {
  const known = precisionsZh.find(([form]) => form.test(text))
  return known ? text.replace(...known) : text
}

const en = {
  title: 'Revenue by quarter',
  none: 'No revenue is stored for this company.',
  onYear: 'on the year',
  head: {
    quarter: 'Quarter',
    value: (currency: string) => `Revenue, ${currency} m`,
    year: 'On the year',
    known: 'Known since',
    note: 'Note',
  },
  series: 'Revenue',
  derived: 'Derived: the year less the other three quarters, or a half-year less a quarter.',
  derivedShort: 'derived',
  precision: (text: string) => text,
  calendar: 'calendar quarters',
  fiscal: 'fiscal quarters, the year ends in January',
  ended: (label: string, day: string) => `${label}, ended ${day}`,
  ends: (day: string) => `Ends ${day}`,
  known: (moment: string) => `known since ${moment}`,
  trailing: (day: string) => `12 months, as known on ${day}`,
  quarters: (first: string, last: string) => `${first} to ${last}`,
  multiple: 'Price to sales',
  noMultiple: 'no multiple',
  growth: {
    title: 'On the year, log scale',
    label: (last: string, change: string) =>
      `Revenue of each quarter against the same one a year before; the last, ${last}: ${change}`,
    point: (label: string, change: string) => `${label}: ${change} on the year`,
  },
}

const zh: Shape<typeof en> = {
  title: '季度营收',
  none: '没有存储该公司的营收。',
  onYear: '同比',
  head: {
    quarter: '季度',
    value: (currency) => `营收，百万 ${currency}`,
    year: '同比',
    known: '自何时可知',
    note: '备注',
  },
  series: '营收',
  derived: '推算所得：全年减去其余三个季度，或半年减去一个季度。',
  derivedShort: '推算',
  precision: precisionZh,
  calendar: '自然季度',
  fiscal: '财年季度，财年于一月结束',
  ended: (label, day) => `${label}，截至 ${day}`,
  ends: (day) => `截至 ${day}`,
  known: (moment) => `自 ${moment} 起可知`,
  trailing: (day) => `${day}可知的十二个月`,
  quarters: (first, last) => `${first} 至 ${last}`,
  multiple: '市销率',
  noMultiple: '无法计算',
  growth: {
    title: '同比，对数坐标',
    label: (last, change) => `各季度营收与上年同季相比；最近一季 ${last}：${change}`,
    point: (label, change) => `${label}：同比 ${change}`,
  },
}

/** Texts of a company's revenue by quarter. */
export const revenueTexts = texts(en, zh)

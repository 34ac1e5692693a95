import { type Shape, texts } from '../i18n/texts'

const en = {
  title: 'Candidate corporate actions',
  lead: 'Splits that would explain a price, and that no feed has announced. Accepted, the stored series is adjusted with them.',
  none: 'No split waits for a decision.',
  decided: 'Decided lately',
  preview: 'Closes adjusted for splits',
  before: 'without it',
  after: 'with it',
  raw: 'As traded',
  show: 'Preview',
  accept: 'Accept',
  acceptText: 'Bars that wait on the new level come in with the next refresh.',
  split: (ratio: string, day: string) => `Split ${ratio}, ex-date ${day}`,
  look: 'Details',
}

const zh: Shape<typeof en> = {
  title: '待定公司行动',
  lead: '可以解释股价变动、但没有数据源公布过的拆股。接受后，已存序列将据此复权。',
  none: '没有待定的拆股。',
  decided: '最近的决定',
  preview: '按拆股复权的收盘价',
  before: '不计入',
  after: '计入',
  raw: '未复权',
  show: '预览',
  accept: '接受',
  acceptText: '等待在新价位上的日线会在下次刷新时存入。',
  split: (ratio, day) => `拆股 ${ratio}，除权日 ${day}`,
  look: '详情',
}

/** Texts of the candidate corporate actions. */
export const candidatesTexts = texts(en, zh)

import type { Language } from '@/lib/api/language'
import { type Shape, texts } from '../i18n/texts'

const en = {
  slug: 'Slug',
  symbol: 'Symbol',
  kind: 'Kind',
  title: 'Title',
  titleZh: 'Title (Chinese)',
  text: 'Text',
  textZh: 'Text (Chinese)',
  name: 'Name',
  nameZh: 'Name (Chinese)',
  statement: 'Statement',
  statementZh: 'Statement (Chinese)',
  note: 'Note',
  noteZh: 'Note (Chinese)',
  start: 'Start',
  end: 'End',
  precision: 'Precision',
  phase: 'Part of the day',
  timeNote: 'Note on the time',
  timeNoteZh: 'Note on the time (Chinese)',
  status: 'Status',
  sourceName: 'Source',
  sourceUrl: 'Address of the source',
  confirmed: 'Confirmed',
  tags: 'Tags',
  topics: 'Topics',
  topic: 'Topic',
  listings: 'Listings',
  benchmark: 'Benchmark',
  externalId: 'External id',
  parameters: 'Parameters',
  statedOn: 'Stated on',
  promised: 'Promised',
  shippedOn: 'Shipped on',
  evidence: 'Evidence',
  evidenceZh: 'Evidence (Chinese)',
  evidenceUrl: 'Address of the evidence',
  position: 'Place in lists',
  email: 'E-mail',
  role: 'Role',
  scope: 'Scope',
  disabled: 'Disabled',
  disabledAt: 'Disabled since',
  expiresAt: 'Expires',
  revokedAt: 'Revoked',
  createdAt: 'Made',
  reason: 'Reason',
  owner: 'Owner',
  revoked: 'Revoked',
  password: 'Password',
  by: 'By',
  invitedBy: 'Invited by',
  how: 'How',
  address: 'Address',
  userAgent: 'Browser',
  browsers: 'Browsers',
  endedBrowsers: 'Browsers signed out',
} as const

const zh: Shape<typeof en> = {
  slug: '标识',
  symbol: '代码',
  kind: '类别',
  title: '标题',
  titleZh: '标题（中文）',
  text: '正文',
  textZh: '正文（中文）',
  name: '名称',
  nameZh: '名称（中文）',
  statement: '陈述',
  statementZh: '陈述（中文）',
  note: '备注',
  noteZh: '备注（中文）',
  start: '开始',
  end: '结束',
  precision: '精度',
  phase: '当日时段',
  timeNote: '时间说明',
  timeNoteZh: '时间说明（中文）',
  status: '状态',
  sourceName: '来源',
  sourceUrl: '来源地址',
  confirmed: '已证实',
  tags: '标签',
  topics: '主题',
  topic: '主题',
  listings: '证券',
  benchmark: '基准',
  externalId: '外部编号',
  parameters: '参数',
  statedOn: '陈述日期',
  promised: '承诺时间',
  shippedOn: '发货日期',
  evidence: '证据',
  evidenceZh: '证据（中文）',
  evidenceUrl: '证据地址',
  position: '列表中的位置',
  email: '电子邮箱',
  role: '角色',
  scope: '权限范围',
  disabled: '已停用',
  disabledAt: '停用时间',
  expiresAt: '到期',
  revokedAt: '吊销时间',
  createdAt: '创建时间',
  reason: '原因',
  owner: '所有者',
  revoked: '已吊销',
  password: '密码',
  by: '通过',
  invitedBy: '邀请人',
  how: '方式',
  address: '地址',
  userAgent: '浏览器',
  browsers: '浏览器',
  endedBrowsers: '退出的浏览器',
}

/** What the fields of the things that people keep right are called, in the order in which they are read. */
export const fieldTexts = texts(en, zh)

/** The name of a field by its path (`parameters.rate`): each part that has a name by it, others as they stand. */
export function fieldName(language: Language, path: string): string {
  const names: Readonly<Record<string, string>> = fieldTexts[language]
  return path
    .split('.')
    .map((part) => (Object.hasOwn(names, part) ? names[part] : part))
    .join(' · ')
}

const order: readonly string[] = Object.keys(fieldTexts.en)

/** What is said of fields in the order in which they are read; the store keeps them in none. Fields without a name come last. */
export function byFieldOrder<T extends { readonly field: string }>(all: readonly T[]): T[] {
  const place = ({ field }: T) => {
    const at = order.indexOf(field.split('.', 1)[0] ?? '')
    return at === -1 ? order.length : at
  }
  return all.toSorted((one, other) => place(one) - place(other))
}

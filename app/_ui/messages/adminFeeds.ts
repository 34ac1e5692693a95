import { type Shape, texts } from '../i18n/texts'

const en = {
  title: 'Feeds',
  lead: 'In which order they are asked, whether they are left alone at the moment, and what went wrong lately.',
  place: (place: number, of: number) => `${place} of ${of}`,
  kinds: { bars: 'prices', actions: 'splits and dividends', revenue: 'revenue', fx: 'currency rates' },
  breaker: {
    closed: 'asked as usual',
    open: (until: string) => `left alone until ${until}`,
    'half-open': 'being tried again',
  },
  notBefore: (until: string) => `no request before ${until}`,
  bucket: (left: string, capacity: number) => `${left} of ${capacity} requests left`,
  lastSuccess: 'Last answer',
  errors: 'Last errors',
  noErrors: 'No failed attempt is known.',
  test: 'Test now',
  errorHead: { at: 'When', subject: 'Asked for', error: 'What came' },
  setting: (name: string) => `Its origin can be moved by ${name}`,
}

const zh: Shape<typeof en> = {
  title: '数据源',
  lead: '询问的次序、目前是否暂停询问，以及最近的问题。',
  place: (place, of) => `第 ${place}（共 ${of}）`,
  kinds: { bars: '股价', actions: '拆股与分红', revenue: '营收', fx: '汇率' },
  breaker: { closed: '照常询问', open: (until) => `暂停询问至 ${until}`, 'half-open': '正在重试' },
  notBefore: (until) => `${until} 之前不再请求`,
  bucket: (left, capacity) => `剩余请求 ${left} / ${capacity}`,
  lastSuccess: '最近应答',
  errors: '最近的错误',
  noErrors: '没有失败的记录。',
  test: '立即测试',
  errorHead: { at: '时间', subject: '询问内容', error: '结果' },
  setting: (name) => `其地址可由 ${name} 更改`,
}

/** Texts of the admin page of feeds. */
export const adminFeedsTexts = texts(en, zh)

import { type Shape, texts } from '../i18n/texts'

const en = {
  title: 'Search',
  label: 'Search listings, events, claims, the roadmap, signals and pages',
  placeholder: 'Nvidia, 寒武纪, 688256, H20 …',
  go: 'Search',
  results: 'Results',
  kinds: { listing: 'Listing', event: 'Event', claim: 'Claim', milestone: 'Roadmap', rule: 'Signals', page: 'Page' },
  found: (count: number) => (count === 1 ? '1 result' : `${count} results`),
  none: (query: string) =>
    `Nothing here holds “${query}”. Try a company, a symbol, a chip or a tag, in English or Chinese.`,
  loading: 'Fetching what can be found',
  failed: 'The server did not answer, so only pages can be found.',
  hint: 'Arrow keys to move, Enter to open, Esc to close',
}

const zh: Shape<typeof en> = {
  title: '搜索',
  label: '搜索证券、事件、论断、路线图、信号与页面',
  placeholder: '英伟达、Cambricon、688256、H20……',
  go: '搜索',
  results: '结果',
  kinds: { listing: '证券', event: '事件', claim: '论断', milestone: '路线图', rule: '信号', page: '页面' },
  found: (count) => `${count} 个结果`,
  none: (query) => `没有内容包含“${query}”。请用中文或英文输入公司、代码、芯片或标签。`,
  loading: '正在取得可搜索的内容',
  failed: '服务器没有应答，只能搜索页面。',
  hint: '方向键移动，Enter 打开，Esc 关闭',
}

/** Texts of the search. */
export const searchTexts = texts(en, zh)

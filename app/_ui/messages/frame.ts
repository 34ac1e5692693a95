import { type Shape, texts } from '../i18n/texts'

const en = {
  copy: 'Copy the link to this view',
  copied: 'Link copied',
  notCopied: 'The browser does not allow copying; the link is in the address bar.',
  take: 'Download or embed this view',
  csv: 'Data as CSV',
  json: 'Data as JSON',
  png: 'Picture (PNG)',
  embed: 'Page for embedding',
  edit: 'Edit',
}

const zh: Shape<typeof en> = {
  copy: '复制此视图的链接',
  copied: '链接已复制',
  notCopied: '浏览器不允许复制；链接就在地址栏中。',
  take: '下载或嵌入此视图',
  csv: '数据（CSV）',
  json: '数据（JSON）',
  png: '图片（PNG）',
  embed: '可嵌入的页面',
  edit: '编辑',
}

/** Texts of the frame around a chart: its link and its downloads. */
export const frameTexts = texts(en, zh)

import { type Shape, texts } from '../i18n/texts'

const en = {
  open: (product: string) => `${product}: the whole view`,
  wrong: (parameters: string) => `Not understood, so left at the default: ${parameters}.`,
  moment: (moment: string) => `What could be known at ${moment}`,
}

const zh: Shape<typeof en> = {
  open: (product) => `${product}：完整视图`,
  wrong: (parameters) => `无法识别，已用默认值：${parameters}。`,
  moment: (moment) => `${moment} 时可知的内容`,
}

/** Texts of the pages that others show within theirs. */
export const embedTexts = texts(en, zh)

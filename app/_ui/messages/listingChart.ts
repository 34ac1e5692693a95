import { type Shape, texts } from '../i18n/texts'

const en = {
  label: (name: string) => `Daily candles of ${name}. Arrow keys read each session.`,
  readout: { open: 'O', high: 'H', low: 'L', close: 'C', volume: 'Vol' },
  spoken: (day: string, price: string, currency: string) => `${day}: close ${price} ${currency}`,
  unsettled: 'not settled yet',
}

const zh: Shape<typeof en> = {
  label: (name) => `${name}的日 K 线。用方向键逐日读数。`,
  readout: { open: '开', high: '高', low: '低', close: '收', volume: '量' },
  spoken: (day, price, currency) => `${day}：收盘 ${price} ${currency}`,
  unsettled: '尚未结算',
}

/** Texts of a listing's chart: apart from its page's, because they go to the browser. */
export const listingChartTexts = texts(en, zh)

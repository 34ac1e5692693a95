import { Decimal } from 'decimal.js'
import type { Told } from './result'

/** What reads the same in both languages: codes, symbols, names of documents. */
export function same(text: string): Told {
  return { en: text, zh: text }
}

/** A decimal with thousands separators, with exactly `places` decimals when given (halves away from zero). */
export function figure(value: Decimal | string | number, places?: number): string {
  const decimal = new Decimal(value)
  const [whole = '', fraction] = (places === undefined ? decimal.toFixed() : decimal.toFixed(places)).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** The same with its sign always told; zero has none. */
export function signed(value: Decimal | string | number, places?: number): string {
  const text = figure(value, places)
  return new Decimal(value).gt(0) && /[1-9]/.test(text) ? `+${text}` : text
}

/** `+576.6%`. */
export function percent(value: Decimal | string | number, places: number): string {
  return `${signed(value, places)}%`
}

const chineseMoney: Readonly<Record<string, string>> = { CNY: '元', USD: '美元', HKD: '港元', EUR: '欧元', JPY: '日元' }

/** An amount of a currency; in Chinese with the currency's own name where it has one. */
export function money(value: Decimal | string, currency: string, places: number): Told {
  const amount = figure(value, places)
  return { en: `${amount} ${currency}`, zh: `${amount}${chineseMoney[currency] ?? ` ${currency}`}` }
}

const thousands: Readonly<Record<string, string>> = {
  '1': '',
  '1000': ' thousand',
  '1000000': ' million',
  '1000000000': ' billion',
  '1000000000000': ' trillion',
}

const stepsZh: Readonly<Record<string, string>> = {
  '1': '',
  '1000': '千',
  '1000000': '百万',
  '1000000000': '十亿',
  '1000000000000': '万亿',
}

/** The unit of an amount counted in `unit` (1, 1000, a million …) of a currency: `1,000,000 USD`, `百万美元`. */
export function unitOf(unit: string, currency: string): Told {
  const step = stepsZh[unit]
  const name = chineseMoney[currency] ?? ` ${currency}`
  return {
    en: `${figure(unit)} ${currency}`,
    zh: step === undefined ? `${figure(unit)} ${currency}` : `${step}${name}`,
  }
}

/**
 * An amount counted in `unit` (1, 1000, a million …) with so many places. Chinese counts by ten thousands: 2.88 of 1000000000 CNY is `2.88 billion CNY`
 * and `28.8亿元`, to the same digit.
 */
export function inUnits(value: Decimal, unit: string, places: number, currency: string): Told {
  const amount = value.times(unit)
  const [step, name] = amount.abs().gte(1e8) ? [8, '亿'] : amount.abs().gte(1e4) ? [4, '万'] : [0, '']
  const zhPlaces = places - (unit.length - 1) + step
  const zh = value.toDecimalPlaces(places).times(unit).div(new Decimal(10).pow(step))
  return {
    en: `${figure(value, places)}${thousands[unit] ?? ` × ${unit}`} ${currency}`,
    zh: `${figure(zh, Math.max(0, zhPlaces))}${name}${chineseMoney[currency] ?? ` ${currency}`}`,
  }
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(texts: readonly string[], and = ' and '): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')}${and}${texts.at(-1)}`
}

/** The same in Chinese. */
export function listedZh(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join('、')}和${texts.at(-1)}`
}

/** The UTC date of a moment. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

/** A result as it is handed out: a decimal of up to 12 places, more than any stated figure has. */
export function places(value: Decimal): string {
  return value.toDecimalPlaces(12).toFixed()
}

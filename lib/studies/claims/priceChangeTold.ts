import type { Decimal } from 'decimal.js'
import type { YearChange } from '@/lib/analytics/claims/endDates'
import type { ParametersOf } from './kinds'
import { inReadingTold, readingUnits } from './readings'
import type { Told } from './result'
import { figure, listed, money } from './words'

/** What the texts of a price change are made of. */
export interface PriceChangeTold {
  readonly parameters: ParametersOf<'price-change'>
  readonly currency: string
  /** The ends that are told one by one. */
  readonly shown: readonly YearChange[]
  readonly counted: {
    readonly count: number
    readonly satisfied: number
    readonly min: Decimal
    readonly max: Decimal
  }
  /** The last of the ends that are counted. */
  readonly lastEnd: string
}

/** The arithmetic of the ends that are told, in one line. */
export function priceChangeFormula({ parameters: { reading, range }, shown }: PriceChangeTold): Told {
  const unit = readingUnits[reading]
  const lines = shown.map(({ start, startClose, end, endClose, change }) => {
    const quotient = `${endClose} (${end}) / ${startClose} (${start})`
    const counted = reading.endsWith('-more') ? `${quotient} - 1` : quotient
    const scaled = reading.startsWith('percent') ? `100 × (${counted})` : counted
    const result = inReadingTold(change, 2, reading)
    return { en: `${scaled} = ${result.en}`, zh: `${scaled} = ${result.zh}` }
  })
  const all = (language: 'en' | 'zh') => lines.map((line) => line[language]).join('; ')
  return {
    en: `${all('en')}; true from ${range.from}${unit.en} to under ${range.below}${unit.en}`,
    zh: `${all('zh')}; 成立的范围：${range.from}${unit.zh}至不足${range.below}${unit.zh}`,
  }
}

/** What the ends give one by one, how many of the last ones satisfy the statement, and how far they lie apart. */
export function priceChangeFinding({ parameters, currency, shown, counted, lastEnd }: PriceChangeTold): Told {
  const { reading, range, years } = parameters
  const [span, spanZh] = years === 1 ? ['year', '一年'] : [`${years} years`, `${years}年`]
  const unit = readingUnits[reading]
  const one = ({ end, startClose, endClose, change }: YearChange) => ({
    result: inReadingTold(change, 1, reading),
    from: figure(startClose, 2),
    to: money(endClose, currency, 2),
    end,
  })
  const ends = shown.map(one)
  const first = listed(
    ends.map(({ result, from, to, end }) => `the ${span} to ${end} gives ${result.en} (${from} to ${to.en})`),
  )
  const firstZh = ends
    .map(({ result, from, to, end }) => `截至${end}的${spanZh}为${result.zh}（${from}至${to.zh}）`)
    .join('，')
  const [low, high] = [inReadingTold(counted.min, 0, reading), inReadingTold(counted.max, 0, reading)]
  const { satisfied, count } = counted
  return {
    en: `Close to close, ${first}. Read as ${range.from}${unit.en} to under ${range.below}${unit.en}, the statement is true for ${satisfied} of the ${count} sessions up to ${lastEnd}; over all of them the change runs from ${low.en} to ${high.en}.`,
    zh: `按收盘价计算，${firstZh}。若将原话理解为${range.from}${unit.zh}至不足${range.below}${unit.zh}，则在截至${lastEnd}的${count}个交易日中有${satisfied}个成立；这些终点对应的变动介于${low.zh}与${high.zh}之间。`,
  }
}

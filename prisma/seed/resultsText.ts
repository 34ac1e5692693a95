import { Decimal } from 'decimal.js'
import type { SeedRevenue } from './types'

/** One thing said in English and in Chinese. */
export interface Bilingual {
  readonly en: string
  readonly zh: string
}

const QUARTER_ZH: Readonly<Record<string, string>> = { Q1: '第一季度', Q2: '第二季度', Q3: '第三季度', Q4: '第四季度' }

/** A fiscal label as a title carries it: "FY2025 Q3", "2025财年第三季度"; "Q3 2025", "2025年第三季度". */
export function quarterName(label: string): Bilingual {
  const [year = '', quarter = ''] = label.split('-')
  const quarterZh = QUARTER_ZH[quarter] ?? quarter
  return year.startsWith('FY')
    ? { en: `${year} ${quarter}`, zh: `${year.slice(2)}财年${quarterZh}` }
    : { en: `${quarter} ${year}`, zh: `${year}年${quarterZh}` }
}

function amount(row: SeedRevenue): Bilingual {
  const value = new Decimal(row.value)
  const millions = value.div(1e6)
  const en = millions.toNumber().toLocaleString('en-US', { maximumFractionDigits: millions.isInteger() ? 0 : 2 })
  const unitZh = row.currency === 'USD' ? '美元' : '元'
  const zh = value.gte(1e8) ? `${value.div(1e8).toFixed(2)}亿${unitZh}` : `${value.div(1e4).toFixed(0)}万${unitZh}`
  const rough = row.precision !== 'exact'
  return { en: `${rough ? 'about ' : ''}${en} million ${row.currency}`, zh: `${rough ? '约' : ''}${zh}` }
}

function change(row: SeedRevenue, yearBefore: SeedRevenue | undefined): Bilingual {
  if (!yearBefore) return { en: '', zh: '' }
  const percent = new Decimal(row.value).div(yearBefore.value).minus(1).times(100).toDecimalPlaces(0)
  if (percent.isZero()) return { en: ', about as much as a year before', zh: '，与上年同期基本持平' }
  const size = percent.abs().toNumber().toLocaleString('en-US')
  return percent.isNegative()
    ? { en: `, ${size}% less than a year before`, zh: `，同比下降${percent.abs().toFixed(0)}%` }
    : { en: `, ${size}% more than a year before`, zh: `，同比增长${percent.toFixed(0)}%` }
}

/** A sentence on one quarter: its revenue, and the change on the same quarter a year before where `all` (in order) has it. */
export function revenueSentence(row: SeedRevenue, all: readonly SeedRevenue[]): Bilingual {
  const said = amount(row)
  const changed = change(row, all[all.indexOf(row) - 4])
  return {
    en: `Revenue of ${said.en} for the quarter to ${row.periodEnd}${changed.en}.`,
    zh: `截至${row.periodEnd}的季度，营业收入${said.zh}${changed.zh}。`,
  }
}

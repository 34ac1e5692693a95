import type { Language } from '@/lib/api/language'

/** Dates in words. Dates stay the strings they are: no Date, no zone of the browser. */
export interface DateText {
  /** `2025-09-18` and months `2025-09` in words; other texts come back as they are; null is a dash. */
  day(date: string | null | undefined): string
  /** A moment, ISO in UTC, to the minute. Null is a dash. */
  moment(iso: string | null | undefined): string
  /** A span of days or months; one that ends where it starts is a day. */
  span(start: string, end: string | null): string
  /** A promised window: `2026-Q1`, `2027`, `2026-03`, or null where no date was given. */
  window(promised: string | null): string
  /** A fiscal label for narrow places: `FY2026-Q4`, `2025-Q2`. Other texts come back as they are. */
  quarter(label: string): string
}

const short = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const long = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const none = '–'
const name = (names: readonly string[], month: string) => names[Number(month) - 1] ?? month

/** Year, month and day (undefined for a month) of a date; null for any other text. */
function partsOf(date: string): { year: string; month: string; day: string | undefined } | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date) ?? []
  return year && month ? { year, month, day } : null
}

function dayEn(date: string | null | undefined): string {
  const parts = partsOf(date ?? '')
  if (!parts) return date || none
  const { year, month, day } = parts
  return day ? `${Number(day)} ${name(short, month)} ${year}` : `${name(long, month)} ${year}`
}

function dayZh(date: string | null | undefined): string {
  const parts = partsOf(date ?? '')
  if (!parts) return date || none
  const { year, month, day } = parts
  return `${year}年${Number(month)}月${day ? `${Number(day)}日` : ''}`
}

function spanEn(start: string, end: string): string {
  const [sameYear, areMonths] = [start.slice(0, 4) === end.slice(0, 4), start.length === 7]
  const first = dayEn(start)
  return `${sameYear && areMonths ? first.slice(0, -5) : first} to ${dayEn(end)}`
}

function spanZh(start: string, end: string): string {
  const last = dayZh(end)
  return `${dayZh(start)}至${start.slice(0, 4) === end.slice(0, 4) ? last.slice(5) : last}`
}

function made(language: {
  day: DateText['day']
  span: (start: string, end: string) => string
  quarterOf: (year: string, quarter: string) => string
  narrow: (year: string, quarter: string, fiscal: boolean) => string
  unscheduled: string
  comma: string
}): DateText {
  const { day, comma } = language
  return {
    day,
    moment(iso) {
      const [, date, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(iso ?? '') ?? []
      return date && time ? `${day(date)}${comma}${time} UTC` : iso || none
    },
    span: (start, end) => (end === null || end === start ? day(start) : language.span(start, end)),
    window(promised) {
      if (promised === null) return language.unscheduled
      const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(promised) ?? []
      return year && quarter ? language.quarterOf(year, quarter) : day(promised)
    },
    quarter(label) {
      const [, fiscal, year, quarter] = /^(FY)?\d{2}(\d{2})-Q([1-4])$/.exec(label) ?? []
      return year && quarter ? language.narrow(year, quarter, fiscal !== undefined) : label
    },
  }
}

/** The one date formatter of the pages, in each of their languages: `18 Sep 2025`, `2025年9月18日`. */
export const dateTexts: Readonly<Record<Language, DateText>> = {
  en: made({
    day: dayEn,
    span: spanEn,
    quarterOf: (year, quarter) => `Q${quarter} ${year}`,
    narrow: (year, quarter, fiscal) => `Q${quarter} ${fiscal ? 'FY' : ''}${year}`,
    unscheduled: 'no date given',
    comma: ', ',
  }),
  zh: made({
    day: (date) => (date && /^\d{4}$/.test(date) ? `${date}年` : dayZh(date)),
    span: spanZh,
    quarterOf: (year, quarter) => `${year}年第${'一二三四'[Number(quarter) - 1]}季度`,
    narrow: (year, quarter, fiscal) => `${fiscal ? `FY${year}` : `${year}年`}Q${quarter}`,
    unscheduled: '未给出日期',
    comma: ' ',
  }),
}

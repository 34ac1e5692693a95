import { useLanguage } from '#language'
import type { Language } from '@/lib/api/language'
import { type DateText, dateTexts } from './dateText'
import { formatCompact, formatTick } from './number'

/** What is written differently in each language; plain numbers and percentages are not and come from `number.ts`. */
export interface Format extends DateText {
  /** A large amount in the steps of the language: `46.74 bn`, `467.43 亿`. */
  compact(value: number | null | undefined, digits?: number): string
  /** A tick of an axis in the same steps. */
  tick(value: number): string
}

const made = (language: Language): Format => ({
  ...dateTexts[language],
  compact: (value, digits) => formatCompact(value, digits, language),
  tick: (value) => formatTick(value, language),
})

/** The formats of every language, for what is written outside of pages. */
export const formats: Readonly<Record<Language, Format>> = { en: made('en'), zh: made('zh') }

/** The formats of the page's language, in components of the server and of the browser alike. */
export function useFormat(): Format {
  return formats[useLanguage()]
}

import type { Language } from '@/lib/api/language'

/** The one number formatter of the pages: figures with a true minus sign. Every function takes plain numbers and gives text. */

const minus = '\u2212'
const formats = new Map<string, Intl.NumberFormat>()

function formatter(digits: number, least = digits): Intl.NumberFormat {
  const key = `${least}:${digits}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: digits })
  formats.set(key, made)
  return made
}

/** What stands where there is no number. */
export const none = '–'

/** A number with exactly `digits` decimals and thousands separators: `1,587.91`. Not a number becomes a dash. */
export function formatNumber(value: number | null | undefined, digits = 2): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return none
  const text = formatter(digits).format(Math.abs(value))
  return value < 0 && /[1-9]/.test(text) ? `${minus}${text}` : text
}

/** The same with its sign always told; zero has none. */
export function formatSigned(value: number | null | undefined, digits = 2): string {
  const text = formatNumber(value, digits)
  return value !== null && value !== undefined && value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

/** A number with the decimals it has, up to `most`: `2.880643`, `28`. Not a number becomes a dash. */
export function formatPlain(value: number | null | undefined, most = 6): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return none
  const text = formatter(most, 0).format(Math.abs(value))
  return value < 0 && /[1-9]/.test(text) ? `${minus}${text}` : text
}

/** A fraction as signed percent: 0.0123 is `+1.23%`. From 1,000% on the decimals go. */
export function formatChange(fraction: number | null | undefined, digits = 2): string {
  const text = formatSigned(
    fraction === null || fraction === undefined ? null : fraction * 100,
    Math.abs(fraction ?? 0) >= 10 ? 0 : digits,
  )
  return text === none ? none : `${text}%`
}

/** A probability as percent: 0.0084 is `0.8%`, what is under a tenth of a percent is `<0.1%`. */
export function formatShare(share: number | null | undefined): string {
  if (share !== null && share !== undefined && share < 0.001) return '<0.1%'
  const text = formatNumber(share === null || share === undefined ? null : share * 100, 1)
  return text === none ? none : `${text}%`
}

/** A price in its currency's unit, without the unit: two decimals, four below one. */
export function formatPrice(value: number | null | undefined): string {
  return formatNumber(value, value !== null && value !== undefined && Math.abs(value) < 1 ? 4 : 2)
}

interface Scale {
  readonly steps: readonly { readonly from: number; readonly unit: string }[]
  /** What stands between the number and its unit. */
  readonly space: string
}

const scales: Readonly<Record<Language, Scale>> = {
  en: {
    steps: [
      { from: 1e12, unit: 'tn' },
      { from: 1e9, unit: 'bn' },
      { from: 1e6, unit: 'm' },
      { from: 1e3, unit: 'k' },
    ],
    space: ' ',
  },
  zh: {
    steps: [
      { from: 1e12, unit: '万亿' },
      { from: 1e8, unit: '亿' },
      { from: 1e4, unit: '万' },
    ],
    space: '\u2009',
  },
}

function scaledText(value: number, language: Language, text: (scaled: number) => string): string {
  const { steps, space } = scales[language]
  const step = steps.find(({ from }) => Math.abs(value) >= from)
  return step ? `${text(value / step.from)}${space}${step.unit}` : formatNumber(value, 0)
}

/** A large amount to three or four figures, in the steps of the language: 46743000000 is `46.74 bn` and `467.43 亿`. Nothing becomes a dash. */
export function formatCompact(value: number | null | undefined, digits = 2, language: Language = 'en'): string {
  if (value === null || value === undefined) return none
  return scaledText(value, language, (scaled) => formatNumber(scaled, digits))
}

/** A tick of an axis: one decimal at most, and none that says nothing: `2.4 bn`, `24 亿`, `0`. */
export function formatTick(value: number, language: Language = 'en'): string {
  return scaledText(value, language, (scaled) => formatPlain(scaled, 1))
}

/** `1 session`, `3 sessions`. The plural is the singular and an s unless given. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatter(0).format(count)} ${count === 1 ? one : many}`
}

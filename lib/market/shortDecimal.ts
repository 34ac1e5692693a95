/** A decimal of zero or more of at most 15 digits, as digits / 10^places: a float holds its digits exactly. */
export interface ShortDecimal {
  readonly digits: number
  readonly places: number
}

const point = 46
const zero = 48
const nine = 57

/** The digits of a plain decimal of at most 15 as one whole number; NaN for every other text. */
function shortDigits(text: string): number {
  const { length } = text
  if (length === 0 || length > 16) return Number.NaN
  let digits = 0
  let pointAt = -1
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if (code >= zero && code <= nine) digits = digits * 10 + code - zero
    else if (code === point && pointAt < 0 && i > 0 && i < length - 1) pointAt = i
    else return Number.NaN
  }
  return digits < 1e15 ? digits : Number.NaN
}

function placesOf(text: string): number {
  const pointAt = text.indexOf('.')
  return pointAt < 0 ? 0 : text.length - pointAt - 1
}

/** A plain decimal of at most 15 digits; null for every other text. Pure. */
export function shortDecimal(text: string): ShortDecimal | null {
  const digits = shortDigits(text)
  return Number.isNaN(digits) ? null : { digits, places: placesOf(text) }
}

const powers = Array.from({ length: 16 }, (_, places) => 10 ** places)
const power = (places: number) => powers[places] ?? Number.NaN

/** A plain decimal of at most 15 digits as its nearest float: floats order such decimals as they are. NaN for every other text. Pure. */
export function shortFloat(text: string): number {
  // Both sides are exact, and so the division rounds once.
  return shortDigits(text) / power(placesOf(text))
}

/**
 * digits / 10^places as a plain decimal without trailing zeros, for a whole number of zero or more below 10^15 and at most 6 places. By the texts of whole numbers: to look for the shortest
 * text of a float takes three times as long, and a bar has eight. Pure.
 */
export function shortText(digits: number, places: number): string {
  if (places === 0) return String(digits)
  const unit = power(places)
  const whole = Math.floor(digits / unit)
  const rest = digits - whole * unit
  if (rest === 0) return String(whole)
  const padded = String(unit + rest)
  let end = padded.length
  while (padded.charCodeAt(end - 1) === zero) end--
  return `${whole}.${padded.slice(1, end)}`
}

/** Under it sums and products of whole numbers are exact in a float. */
const exactBelow = 2 ** 52

/** n / m rounded down, for whole numbers that are exact in a float. */
function wholeQuotient(n: number, m: number): number {
  const quotient = Math.floor(n / m)
  // The division itself may have been rounded up or down to a whole number.
  if (quotient * m > n) return quotient - 1
  return (quotient + 1) * m <= n ? quotient + 1 : quotient
}

/** A factor in floats: not the same one when its whole numbers are too large for them, but large then. */
export interface ShortFactor {
  readonly numerator: number
  readonly denominator: number
}

/**
 * A decimal times numerator / denominator, rounded half up to a multiple of a step, as a plain decimal without trailing zeros, where all of it goes in whole numbers that a float
 * holds exactly: prices do, at a tenth of the time of big integers. Null where it does not, or the step is zero. Pure.
 */
export function roundedShort(text: string, factor: ShortFactor, step: ShortDecimal): string | null {
  return roundedDigits(shortDigits(text), placesOf(text), factor, step)
}

/** As `roundedShort`, for the digits and places of a decimal. Pure. */
export function roundedDigits(
  digits: number,
  places: number,
  { numerator, denominator }: ShortFactor,
  step: ShortDecimal,
): string | null {
  const dividend = 2 * digits * numerator * power(step.places)
  const half = denominator * step.digits * power(places)
  // Written so that what is no number fails.
  if (step.digits === 0 || step.places > 6 || !(dividend + half < exactBelow && 2 * half < exactBelow)) return null
  const rounded = wholeQuotient(dividend + half, 2 * half) * step.digits
  return rounded < 1e15 ? shortText(rounded, step.places) : null
}

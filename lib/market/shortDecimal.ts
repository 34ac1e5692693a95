/** A decimal of zero or more of at most 15 digits, as digits / 10^places: a float holds its digits exactly. */
export interface ShortDecimal {
  readonly digits: number
  readonly places: number
}

const point = 46
const zero = 48
const nine = 57

/** A plain decimal of at most 15 digits; null for every other text. Pure. */
export function shortDecimal(text: string): ShortDecimal | null {
  const { length } = text
  if (length === 0 || length > 16) return null
  let digits = 0
  let pointAt = -1
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if (code >= zero && code <= nine) digits = digits * 10 + code - zero
    else if (code === point && pointAt < 0 && i > 0 && i < length - 1) pointAt = i
    else return null
  }
  return digits < 1e15 ? { digits, places: pointAt < 0 ? 0 : length - pointAt - 1 } : null
}

const powers = Array.from({ length: 16 }, (_, places) => 10 ** places)
const power = (places: number) => powers[places] ?? Number.NaN

/** A plain decimal of at most 15 digits as its nearest float: floats order such decimals as they are. NaN for every other text. Pure. */
export function shortFloat(text: string): number {
  const short = shortDecimal(text)
  // Both sides are exact, and so the division rounds once.
  return short === null ? Number.NaN : short.digits / power(short.places)
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

/**
 * A decimal times numerator / denominator, rounded half up to a multiple of a step, as a plain decimal without trailing zeros, where all of it goes in whole numbers that a float
 * holds exactly: prices do, at a tenth of the time of big integers. Null where it does not, or the step is zero. Pure.
 */
export function roundedShort(
  value: ShortDecimal,
  { numerator, denominator }: { readonly numerator: bigint; readonly denominator: bigint },
  step: ShortDecimal,
): string | null {
  const dividend = 2 * value.digits * Number(numerator) * power(step.places)
  const half = Number(denominator) * step.digits * power(value.places)
  // Written so that what is no number fails.
  if (step.digits === 0 || step.places > 6 || !(dividend + half < exactBelow && 2 * half < exactBelow)) return null
  const rounded = wholeQuotient(dividend + half, 2 * half) * step.digits
  // The shortest decimal of the float nearest to it is the decimal itself, up to 15 digits.
  return rounded < 1e15 ? String(rounded / power(step.places)) : null
}

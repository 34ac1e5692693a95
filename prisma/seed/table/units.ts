/** Turns a decimal string ("1587.91") into whole units of 10^-decimals (158791); throws when it is finer than that. */
export function toUnits(text: string, decimals: number): number {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  const fraction = match?.[3] ?? ''
  if (!match || fraction.length > decimals) {
    throw new Error(`"${text}" is not a decimal number with at most ${decimals} places`)
  }
  const units = Number(`${match[2]}${fraction.padEnd(decimals, '0')}`)
  if (!Number.isSafeInteger(units)) throw new Error(`"${text}" is too large for a table`)
  return match[1] === '-' ? -units : units
}

/** The inverse of `toUnits`, without trailing zeros: 13600 with 2 decimals is "136". Takes units of zero or more. */
export function fromUnits(units: number, decimals: number): string {
  const digits = String(units).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return fraction === '' ? whole : `${whole}.${fraction}`
}

/** Reads a whole number of a table's line, or says which line is not in the format. */
export function readInteger(text: string | undefined, line: string): number {
  if (text === undefined || !/^-?\d+$/.test(text)) throw new Error(`not a line of a bundled table: "${line}"`)
  return Number(text)
}

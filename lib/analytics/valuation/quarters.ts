/** Revenue of one fiscal quarter as one document gave it. A restatement is a figure of its own with a later `knownAt`. */
export interface RevenueFigure {
  /** `2025-Q2` or `FY2026-Q4`. */
  readonly label: string
  /** First and last day of the quarter. */
  readonly start: string
  readonly end: string
  /** Decimal string in `currency`. */
  readonly value: string
  readonly currency: string
  /** When it was made public. */
  readonly knownAt: Date
  /** A difference of reported figures. */
  readonly derived: boolean
  /** `exact`, or a word on its rounding. */
  readonly precision: string
}

/** The quarters of which a figure was known at a moment, each with the one known last by then, ascending by end. The end of a quarter makes nothing known. */
export function quartersKnownAt<Figure extends RevenueFigure>(figures: readonly Figure[], at: Date): Figure[] {
  const latest = new Map<string, Figure>()
  for (const figure of figures) {
    const other = latest.get(figure.label)
    if (figure.knownAt <= at && (other === undefined || figure.knownAt > other.knownAt))
      latest.set(figure.label, figure)
  }
  return [...latest.values()].sort((a, b) => (a.end < b.end ? -1 : 1))
}

/** A mark with its label, in pixels of a strip of a given width. */
export interface Placed {
  /** Where its mark begins and ends. */
  readonly from: number
  readonly to: number
  /** Room for its label. */
  readonly label: number
}

export interface Lane {
  /** From 0 at the top. */
  readonly lane: number
  /** Whether the label stands before the mark: after it there is no room. */
  readonly before: boolean
}

const gap = 10

/** Puts marks (ascending) into as few lanes as a greedy walk finds, so that no mark or label lies on another one. */
export function lanesOf(marks: readonly Placed[], width: number): Lane[] {
  const lanes: { from: number; to: number }[][] = []
  return marks.map(({ from, to, label }) => {
    const before = to + label > width && from - label >= 0
    const box = before ? { from: from - label, to } : { from, to: to + label }
    const free = lanes.findIndex((boxes) => boxes.every((one) => box.from >= one.to + gap || box.to <= one.from - gap))
    const lane = free < 0 ? lanes.length : free
    lanes[lane] = [...(lanes[lane] ?? []), box]
    return { lane, before }
  })
}

/** About how wide a text is at 12 px: Han characters are as wide as they are high. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? 12 : 6.4), 0)
}

/** The radius in pixels of a mark whose area is in proportion to a log CAR; bounded, so that it can be seen and hides no other. */
export function radiusOf(car: number | null): number {
  return car === null ? 4 : Math.min(10, Math.max(3, 26 * Math.sqrt(Math.abs(car))))
}

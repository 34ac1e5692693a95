'use client'

import { clusterMarks, clusterText, type PlacedMark } from './clusters'

export interface LaneMark extends PlacedMark {
  readonly title: string
}

interface LaneProps {
  readonly marks: readonly LaneMark[]
  readonly width: number
  /** Pixels from the left of the base, null when it is out of sight. */
  readonly base: number | null
  readonly active: readonly number[]
  readonly onActive: (numbers: readonly number[]) => void
  readonly onOpen: (numbers: readonly number[]) => void
}

/** The numbered marks above a plot and their hair lines. Marks that crowd share a pill that names their numbers. */
export function EventLane({ marks, width, base, active, onActive, onOpen }: LaneProps) {
  const titles = new Map(marks.map(({ number, title }) => [number, title]))
  const ordered = [...marks].sort((a, b) => a.x - b.x || a.number - b.number)
  return (
    <div className="pointer-events-none absolute inset-y-0 left-0 z-[3] overflow-hidden" style={{ width }}>
      {base !== null && <span className="mark-line" data-base="true" style={{ left: base }} />}
      {marks.map(({ number, x }) => (
        <span key={number} className="mark-line" data-active={active.includes(number)} style={{ left: x }} />
      ))}
      {clusterMarks(ordered, width).map(({ numbers, x }) => {
        const sorted = [...numbers].sort((a, b) => a - b)
        const text = sorted.map((number) => `${number}. ${titles.get(number) ?? ''}`).join('\n')
        return (
          <button
            key={sorted.join()}
            type="button"
            className="mark fade pointer-events-auto"
            style={{ left: x }}
            title={text}
            aria-label={text}
            data-active={sorted.some((number) => active.includes(number))}
            onMouseEnter={() => onActive(sorted)}
            onMouseLeave={() => onActive([])}
            onFocus={() => onActive(sorted)}
            onBlur={() => onActive([])}
            onClick={() => onOpen(sorted)}
          >
            {clusterText(sorted)}
          </button>
        )
      })}
    </div>
  )
}

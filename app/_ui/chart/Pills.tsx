import Link from 'next/link'
import type { CSSProperties, MouseEvent } from 'react'
import { indexAtOrAfter } from '@/lib/market/dateIndex'
import { type Cluster, clusterMarks, clusterText } from './clusters'
import { type Frame, xOf } from './frame'
import type { ChartMark } from './model'

/** The clusters of the marks within sight on a plot of a width in pixels. */
export function clustersOf(frame: Frame, marks: readonly ChartMark[], width: number): Cluster[] {
  const [first, last] = [frame.axis[0] ?? '~', frame.axis.at(-1) ?? '']
  const placed = marks.flatMap(({ number, date }) => {
    const x = (width * xOf(frame, indexAtOrAfter(frame.axis, date))) / 100
    return date >= first && date <= last && x >= 0 && x <= width ? [{ number, x }] : []
  })
  return clusterMarks(
    placed.sort((a, b) => a.x - b.x || a.number - b.number),
    width,
  )
}

/** What happens at a pill, each with the numbers of its marks; none when pointer or focus leaves. */
export interface PillEvents {
  readonly active: (numbers: readonly number[]) => void
  readonly focus: (numbers: readonly number[]) => void
  readonly open: (numbers: readonly number[], event: MouseEvent) => void
}

interface PillsProps {
  readonly clusters: readonly Cluster[]
  /** What the places of the clusters are told in: the width of the plot, or null for pixels. */
  readonly width: number | null
  readonly marks: readonly ChartMark[]
  readonly active: readonly number[]
  readonly on?: PillEvents
}

/** The numbered marks above a plot. Marks that crowd share a pill that names their numbers; each leads to the page of its (first) event. */
export function Pills({ clusters, width, marks, active, on }: PillsProps) {
  const byNumber = new Map(marks.map((mark) => [mark.number, mark]))
  return clusters.map(({ numbers, x }) => {
    const sorted = [...numbers].sort((a, b) => a - b)
    const text = sorted.map((number) => `${number}. ${byNumber.get(number)?.title ?? ''}`).join('\n')
    const style: CSSProperties =
      width === null ? { left: 0, translate: `${x}px` } : { left: `${((100 * x) / width).toFixed(2)}%` }
    const look = {
      className: 'mark fade',
      style,
      title: text,
      'aria-label': text,
      'data-numbers': sorted.join(),
      'data-active': sorted.some((number) => active.includes(number)),
      ...(sorted.every((number) => byNumber.get(number)?.draft) && { 'data-draft': true }),
      ...(on && {
        onMouseEnter: () => on.active(sorted),
        onMouseLeave: () => on.active([]),
        onFocus: () => {
          on.active(sorted)
          on.focus(sorted)
        },
        onBlur: () => {
          on.active([])
          on.focus([])
        },
        onClick: (event: MouseEvent) => on.open(sorted, event),
      }),
    }
    const href = byNumber.get(sorted[0] ?? 0)?.href
    return href ? (
      <Link key={sorted.join()} href={href} prefetch={false} {...look}>
        {clusterText(sorted)}
      </Link>
    ) : (
      <button key={sorted.join()} type="button" {...look}>
        {clusterText(sorted)}
      </button>
    )
  })
}

// The picture does not know its width: it has the pills of a wide and of a narrow plot, and the style sheet shows those that fit.
const widths = { wide: 900, narrow: 250 } as const

interface LaneProps extends Omit<PillsProps, 'clusters' | 'width'> {
  readonly frame: Frame
  readonly which: keyof typeof widths
  /** The clusters of a running chart, in pixels; those of the picture when null. */
  readonly measured?: readonly Cluster[] | null
}

/** The pills of a plot of one width. The same elements stand before and after a chart runs, so that none loses the focus. */
export function PillLane({ frame, which, measured = null, ...pills }: LaneProps) {
  const width = widths[which]
  return (
    <div className="pills" data-for={measured ? undefined : which}>
      <Pills
        {...pills}
        clusters={measured ?? clustersOf(frame, pills.marks, width)}
        width={measured === null ? width : null}
      />
    </div>
  )
}

'use client'

import { indexAtOrAfter, indexAtOrBefore } from '@/lib/market/dateIndex'

/** An event that is being written: where it would stand. */
export interface Thought {
  readonly date: string
  readonly end: string | null
  readonly title: string
}

/** The event of an open form on the chart, apart from the marks of those that are stored. */
export function ThoughtMark({ thought: { date, end, title }, axis }: { thought: Thought; axis: readonly string[] }) {
  if (date < (axis[0] ?? '~') || date > (axis.at(-1) ?? '')) return null
  const from = indexAtOrAfter(axis, date)
  const to = end !== null && end > date ? indexAtOrBefore(axis, end) : from
  return (
    <>
      {to > from && <span className="tool-band" data-from={from} data-to={to} />}
      <span className="tool-flag" data-from={from} title={title}>
        <i>{title}</i>
      </span>
    </>
  )
}

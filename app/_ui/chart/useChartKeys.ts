'use client'

import { type KeyboardEvent, useState } from 'react'

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowDown: -1,
  ArrowUp: 1,
  PageDown: -21,
  PageUp: 21,
}
const zooms: Readonly<Record<string, number | null>> = { '+': 0.5, '=': 0.5, '-': 2, '0': null }

interface On {
  /** With the new position, null when the walk has ended. */
  readonly walk: (index: number | null) => void
  /** With the position on which Enter was pressed. */
  readonly open: (index: number) => void
  readonly zoom: (factor: number | null) => void
}

/**
 * The keys of a chart of `length` positions: arrows walk, Page keys go a month, Home and End to the ends, Escape stops, Enter opens, plus, minus and 0 zoom. The walk begins
 * at `start`; `index` is null until then.
 */
export function useChartKeys(length: number, start: number, on: On) {
  const [index, setIndex] = useState<number | null>(null)
  const go = (next: number | null) => {
    setIndex(next)
    on.walk(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event
    if (length === 0 || event.altKey || event.ctrlKey || event.metaKey) return
    if (key === 'Escape') return go(null)
    if (key in zooms) return on.zoom(zooms[key] ?? null)
    if (key === 'Enter') return index === null ? undefined : on.open(index)
    const step = steps[key]
    // The first step back reads the last figure.
    const next = index === null && step === -1 ? start : (index ?? start) + (step ?? 0)
    const target = step !== undefined ? next : key === 'Home' ? 0 : key === 'End' ? length - 1 : undefined
    if (target === undefined) return
    event.preventDefault()
    go(Math.min(Math.max(target, 0), length - 1))
  }
  return { index, onKeyDown, leave: () => go(null) }
}

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

/**
 * Lets the arrow keys walk `length` points (Page keys go a month, Home and End to the ends, Escape stops). `index` is null until walked.
 * `onWalk` gets the new index.
 */
export function useWalk(length: number, onWalk: (index: number | null) => void) {
  const [index, setIndex] = useState<number | null>(null)
  const go = (next: number | null) => {
    setIndex(next)
    onWalk(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    const from = index ?? length
    const target =
      step !== undefined ? from + step : event.key === 'Home' ? 0 : event.key === 'End' ? length - 1 : undefined
    if (event.key === 'Escape') return go(null)
    if (target === undefined || length === 0 || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    go(Math.min(Math.max(target, 0), length - 1))
  }
  return { index, onKeyDown, leave: () => go(null) }
}

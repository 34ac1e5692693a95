'use client'

import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Cluster } from './clusters'

/**
 * Keeps the keyboard on the marks it was on when other marks come to share their pill, which is then another element. Gives what tells it the numbers of the pill that has
 * the focus, none when it leaves.
 */
export function useKeptFocus(plot: RefObject<HTMLElement | null>, clusters: readonly Cluster[] | null) {
  const focused = useRef<readonly number[]>([])
  useLayoutEffect(() => {
    const [first] = focused.current
    if (first === undefined || clusters === null || document.activeElement !== document.body) return
    const now = clusters.find(({ numbers }) => numbers.includes(first))
    const key = now && [...now.numbers].sort((a, b) => a - b).join()
    plot.current?.querySelector<HTMLElement>(`.pills > [data-numbers="${key}"]`)?.focus()
  }, [plot, clusters])
  return (numbers: readonly number[]) => {
    focused.current = numbers
  }
}

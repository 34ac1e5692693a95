'use client'

import { useEffect, useRef } from 'react'
import { hear } from './stream'
import { isWanted } from './wanted'

/** Changes that come together are answered together. */
const togetherMs = 150

/** Calls `then` when one of the wanted topics (`events`, `quotes:NVDA`) has changed, at most once in `everyMs`; the last change is never left out. */
export function useHeard(wants: readonly string[], then: () => void, everyMs: number): void {
  const latest = useRef(then)
  useEffect(() => {
    latest.current = then
  })
  const list = wants.join(',')
  useEffect(() => {
    const wanted = list.split(',')
    let timer: number | undefined
    let last = 0
    const end = hear((changes) => {
      if (timer !== undefined || !(changes === null || changes.some((change) => isWanted(wanted, change)))) return
      timer = window.setTimeout(
        () => {
          timer = undefined
          last = Date.now()
          latest.current()
        },
        Math.max(togetherMs, last + everyMs - Date.now()),
      )
    })
    return () => {
      end()
      clearTimeout(timer)
    }
  }, [list, everyMs])
}

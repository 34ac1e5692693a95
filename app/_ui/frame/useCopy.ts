'use client'

import { useRef, useState } from 'react'

const shownMs = 2_000

/** Copies texts; `state` tells for two seconds what came of the last one. */
export function useCopy(): { state: 'idle' | 'copied' | 'refused'; copy: (text: string) => Promise<void> } {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const copy = async (text: string) => {
    // Browsers have no clipboard for pages that come over plain HTTP from another machine.
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    )
    setState(done ? 'copied' : 'refused')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setState('idle'), shownMs)
  }
  return { state, copy }
}

'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef } from 'react'

const [firstWaitMs, longestWaitMs] = [2_000, 60_000]

async function answers(): Promise<boolean> {
  try {
    return (await fetch('/healthz', { cache: 'no-store' })).ok
  } catch {
    // No connection: the same as no.
    return false
  }
}

/**
 * Has the server make the page's own parts again, as soon as it answers. It is asked whether it does before: Next leaves a page whose refresh fails for a full load of it, and the
 * reader would be left with the browser's error page in place of the last good figures.
 */
export function useRefresh(): () => void {
  const router = useRouter()
  const timer = useRef<number | undefined>(undefined)
  const attempt = useCallback(
    async (failures: number) => {
      if (await answers()) return router.refresh()
      const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** failures)
      clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void attempt(failures + 1), wait)
    },
    [router],
  )
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(() => void attempt(0), [attempt])
}

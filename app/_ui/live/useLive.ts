'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import useSWR from 'swr'
import { streamState, watchStream } from './stream'
import { useHeard } from './useHeard'

async function readJson<T>(url: string): Promise<T> {
  const response = await fetch(url, { headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return (await response.json()) as T
}

/** How often is asked without having been told: seldom while the stream tells of changes, for what no stream can tell, such as an age. */
const askEveryMs = { told: 300_000, untold: 60_000 }
/** How soon a change is followed by the next question at most. */
const followEveryMs = 1_000

/**
 * What the server rendered the page with, kept current: asked again when one of the topics `wants` has changed (`quotes`, `bars:NVDA`), when the reader comes back to the page, and
 * every minute while nobody tells. A failed request keeps the last good data and sets `stale`; `at` is the moment of the last answer, null before the first. `initial` has the shape
 * of the answer at `url`; null asks nothing.
 */
export function useLive<T>(
  url: string | null,
  initial: T,
  wants: readonly string[] = [],
): { data: T; stale: boolean; at: string | null } {
  const [at, setAt] = useState<string | null>(null)
  const told = useSyncExternalStore(
    watchStream,
    () => streamState() === 'live' && wants.length > 0,
    () => false,
  )
  const { data, error, mutate } = useSWR<T, Error>(url, readJson, {
    fallbackData: initial,
    revalidateOnMount: false,
    refreshInterval: told ? askEveryMs.told : askEveryMs.untold,
    focusThrottleInterval: 2_000,
    keepPreviousData: true,
    // What a change was told of is asked for until it comes; the waits double.
    errorRetryInterval: 2_000,
    onSuccess: () => setAt(new Date().toISOString()),
  })
  useHeard(wants, () => void mutate(), followEveryMs)
  // A navigation brings newer data than the cache of an earlier visit holds.
  useEffect(() => {
    void mutate(initial, { revalidate: false })
  }, [initial, mutate])
  return { data: data ?? initial, stale: error !== undefined, at }
}

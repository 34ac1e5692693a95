'use client'

import { useEffect, useState } from 'react'
import useSWR from 'swr'

async function readJson<T>(url: string): Promise<T> {
  const response = await fetch(url, { headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return (await response.json()) as T
}

/**
 * What the server rendered the page with, kept current: asked again every minute, and when the reader comes back to the page.
 * A failed request keeps the last good data and sets `stale`; `at` is the moment of the last answer, null before the first. `initial` has the shape of the answer at `url`; null asks nothing.
 */
export function useLive<T>(url: string | null, initial: T): { data: T; stale: boolean; at: string | null } {
  const [at, setAt] = useState<string | null>(null)
  const { data, error, mutate } = useSWR<T, Error>(url, readJson, {
    fallbackData: initial,
    revalidateOnMount: false,
    refreshInterval: 60_000,
    focusThrottleInterval: 2_000,
    keepPreviousData: true,
    shouldRetryOnError: false,
    onSuccess: () => setAt(new Date().toISOString()),
  })
  // A navigation brings newer data than the cache of an earlier visit holds.
  useEffect(() => {
    void mutate(initial, { revalidate: false })
  }, [initial, mutate])
  return { data: data ?? initial, stale: error !== undefined, at }
}

'use client'

import { useEffect, useState } from 'react'
import type { SearchView } from '@/lib/api/search/schema'
import { type Find, pageFinds } from './finds'

/** Everything that can be found, fetched once when the search opens; until then, and when the server does not answer, only the pages. */
export function useFinds(asOf: string | null): { finds: readonly Find[]; state: 'loading' | 'there' | 'failed' } {
  const [held, setHeld] = useState<ReturnType<typeof useFinds>>({ finds: pageFinds, state: 'loading' })
  useEffect(() => {
    const left = new AbortController()
    const read = async () => {
      const query = asOf === null ? '' : `?asOf=${encodeURIComponent(asOf)}`
      const response = await fetch(`/api/v1/search${query}`, { signal: left.signal })
      if (!response.ok) throw new Error(`/api/v1/search answered ${response.status}`)
      const { items } = (await response.json()) as SearchView
      setHeld({ finds: [...pageFinds, ...items], state: 'there' })
    }
    read().catch(() => {
      if (!left.signal.aborted) setHeld({ finds: pageFinds, state: 'failed' })
    })
    return () => left.abort()
  }, [asOf])
  return held
}

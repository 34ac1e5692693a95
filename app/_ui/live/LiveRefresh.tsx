'use client'

import { useRouter } from 'next/navigation'
import { useHeard } from './useHeard'

/** The server makes a page again at most this often for what has changed. */
const everyMs = 3_000

/** Has the parts of a page that the server makes made again when one of the topics has changed (`events`, `bars:NVDA`); what the reader does on it stays. */
export function LiveRefresh({ topics }: { topics: readonly string[] }) {
  const router = useRouter()
  useHeard(topics, () => router.refresh(), everyMs)
  return null
}

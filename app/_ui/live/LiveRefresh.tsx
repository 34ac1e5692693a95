'use client'

import { useHeard } from './useHeard'
import { useRefresh } from './useRefresh'

/** The server makes a page again at most this often for what has changed. */
const everyMs = 3_000

/** Has the parts of a page that the server makes made again when one of the topics has changed (`events`, `bars:NVDA`); what the reader does on it stays. */
export function LiveRefresh({ topics }: { topics: readonly string[] }) {
  useHeard(topics, useRefresh(), everyMs)
  return null
}

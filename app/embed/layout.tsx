import type { Metadata } from 'next'
import type { ReactNode } from 'react'

export const metadata: Metadata = { robots: { index: false } }

/** Pages that other sites may show within theirs (`EMBED_ORIGINS`): without header and footer. */
export default function EmbedLayout({ children }: { children: ReactNode }) {
  return children
}

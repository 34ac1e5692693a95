import type { View } from './view'
import { openBoard } from './views/board'
import { openClaim } from './views/claim'
import { openEvent } from './views/event'
import { openListing } from './views/listing'
import { openClaims, openStudies } from './views/lists'

/** Every page that can be taken away: its path, with the parts that vary in brackets. */
const views: readonly (readonly [RegExp, View])[] = [
  [/^\/(?:board)?$/, openBoard],
  [/^\/listings\/([^/]+)$/, openListing],
  [/^\/events\/([^/]+)$/, openEvent],
  [/^\/studies$/, openStudies],
  [/^\/claims$/, openClaims],
  [/^\/claims\/([^/]+)$/, openClaim],
]

/** The view of a decoded path, and the parts of it that vary; null where no page can be taken away. */
export function viewAt(path: string): { readonly open: View; readonly names: readonly string[] } | null {
  for (const [pattern, open] of views) {
    const found = pattern.exec(path)
    if (found) return { open, names: found.slice(1) }
  }
  return null
}

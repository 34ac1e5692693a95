import type { View } from './view'
import { openBoard } from './views/board'
import { openClaim } from './views/claim'
import { openData } from './views/data'
import { openEvent } from './views/event'
import { openListing } from './views/listing'
import { openClaims, openEvents, openRoadmap, openStudies } from './views/lists'

/** Every page that can be taken away: its path, with the parts that vary in brackets. */
const views: readonly (readonly [RegExp, View])[] = [
  [/^\/(?:board)?$/, openBoard],
  [/^\/listings\/([^/]+)$/, openListing],
  [/^\/events\/([^/]+)$/, openEvent],
  [/^\/events$/, openEvents],
  [/^\/studies$/, openStudies],
  [/^\/roadmap$/, openRoadmap],
  [/^\/data$/, openData],
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

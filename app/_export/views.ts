import { findViewPath, type ViewName } from './paths'
import type { View } from './view'
import { openBoard } from './views/board'
import { openClaim } from './views/claim'
import { openCompare } from './views/compare'
import { openData } from './views/data'
import { openEvent } from './views/event'
import { openListing } from './views/listing'
import { openClaims, openEvents, openRoadmap, openStudies } from './views/lists'
import { openRules } from './views/rules'
import { openSignals } from './views/signals'

const views: Readonly<Record<ViewName, View>> = {
  board: openBoard,
  compare: openCompare,
  listing: openListing,
  events: openEvents,
  event: openEvent,
  studies: openStudies,
  claims: openClaims,
  claim: openClaim,
  roadmap: openRoadmap,
  signals: openSignals,
  rules: openRules,
  data: openData,
}

/** The view of a decoded path, and the parts of it that vary; null where no page can be taken away. */
export function viewAt(path: string): { readonly open: View; readonly names: readonly string[] } | null {
  const found = findViewPath(path)
  return found && { open: views[found.name], names: found.names }
}

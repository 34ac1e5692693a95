import type { Annotate } from '@/app/_ui/chart/tool'
import type { PageMoment } from './moment'
import { may, viewer } from './viewer'

/** Which events a page reads: drafts as well for whoever may annotate, on pages only, never in what is taken away or embedded. */
export type Shown = 'published' | 'with-drafts'

/** The states that are read for each. */
export const shownStates = {
  published: ['published'],
  'with-drafts': ['published', 'draft'],
} as const

/** What the viewer of this page is shown of the events. */
export async function shownToViewer(): Promise<Shown> {
  return may(await viewer(), 'annotate') ? 'with-drafts' : 'published'
}

/** What a chart gives its annotator; null for readers, and for a page that is set to the past. */
export async function annotateFor(
  listings: Annotate['listings'],
  { asOf }: Pick<PageMoment, 'asOf'>,
): Promise<Annotate | null> {
  return asOf === null && may(await viewer(), 'annotate')
    ? { listings: listings.map(({ symbol, mic }) => ({ symbol, mic })) }
    : null
}

'use client'

import { useEffect, useState } from 'react'
import type { ToolProps } from '@/app/_ui/chart/tool'
import { useStored } from '@/app/_ui/i18n/texts'
import type { EventView } from '@/lib/api/events/schema'
import { type MarkChanges, markOf, redrawn } from './marks'

interface Changed extends Pick<ToolProps, 'marks' | 'redraw'> {
  /** What the chart is of. */
  readonly symbols: readonly string[]
}

/** Has marks drawn as they will be before the page gives them anew: moved, taken away (on no date), added. */
export function useMarkChanges({ marks, redraw, symbols }: Changed) {
  const say = useStored()
  const [changes, setChanges] = useState<MarkChanges | null>(null)
  useEffect(() => {
    redraw(changes && ((given) => redrawn(given, changes)))
  }, [redraw, changes])
  const change = (how: (kept: MarkChanges) => MarkChanges) =>
    setChanges((old) => how(old?.of === marks ? old : { of: marks, added: [], moved: {} }))
  return {
    moved: (slug: string, date: string | null) =>
      change((kept) => ({ ...kept, moved: { ...kept.moved, [slug]: date } })),
    added: (event: EventView) =>
      change((kept) => ({
        ...kept,
        added: [...kept.added, markOf(event, say(event.title, event.titleZh), symbols)],
      })),
  }
}

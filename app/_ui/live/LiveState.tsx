'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { useTexts } from '../i18n/texts'
import { commonTexts } from '../messages/common'
import { startStream, streamState, watchStream } from './stream'

/** The page's own requests come first. */
const startAfterMs = 1_000

/** Opens the tab's stream of changes from `since` on and says so, quietly, when it is late or gone; nothing while all is well. */
export function LiveState({ since }: { since: string | null }) {
  const { live } = useTexts(commonTexts)
  const state = useSyncExternalStore(watchStream, streamState, () => 'off' as const)
  useEffect(() => {
    const timer = window.setTimeout(() => startStream(since), startAfterMs)
    return () => clearTimeout(timer)
  }, [since])
  const [text, note] =
    state === 'degraded' ? [live.degraded, live.degradedNote] : state === 'lost' ? [live.lost, live.lostNote] : []
  // Always there, so that whoever looks after a page can see that it is told.
  if (!text) return <span hidden data-live={state} />
  return (
    <span role="status" title={note} className="flex items-center gap-1.5 text-small text-warn" data-live={state}>
      <span className="size-2 rounded-full bg-warn" aria-hidden="true" />
      <span className="max-md:sr-only">{text}</span>
    </span>
  )
}

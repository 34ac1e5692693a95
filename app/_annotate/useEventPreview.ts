'use client'

import { useEffect, useState } from 'react'
import { sendJson } from '@/app/_ui/form/send'
import type { EventPreview } from '@/lib/api/events/preview'
import { bodyOf, type EventDraft } from './draft'

const restMs = 350

/** What the server would make of a draft, asked once its writer rests: null until the first answer. `slug` is the stored one's. */
export function useEventPreview(draft: EventDraft, slug: string | undefined): EventPreview | null {
  const [preview, setPreview] = useState<EventPreview | null>(null)
  const { title, titleZh, start, startTime, end, endTime, clock, precision, phase, topics, listings } = draft
  const seen = { title, titleZh, start, startTime, end, endTime, clock, precision, phase, topics, listings }
  const asked = JSON.stringify(seen)
  // biome-ignore lint/correctness/useExhaustiveDependencies: texts that change nothing of it are typed without asking
  useEffect(() => {
    let gone = false
    const timer = setTimeout(async () => {
      const body = { ...bodyOf(draft), ...(slug === undefined ? {} : { slug }) }
      const { data } = await sendJson<EventPreview>('POST', '/api/v1/events/preview', body)
      if (!gone && data) setPreview(data)
    }, restMs)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [asked, slug])
  return preview
}

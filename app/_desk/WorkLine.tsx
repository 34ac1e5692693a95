'use client'

import { useEffect, useState } from 'react'
import { Badge, type Tone } from '@/app/_ui/Badge'
import { useTexts } from '@/app/_ui/i18n/texts'
import { workTexts } from '@/app/_ui/messages/work'
import type { RequestView } from '@/lib/api/requests/schema'
import { workText } from './workText'

const tones: Readonly<Record<RequestView['state'], Tone>> = {
  waiting: 'plain',
  running: 'plain',
  done: 'good',
  failed: 'bad',
}
const patienceMs = 8_000

/** How far something is that was asked of a worker, and what came of it; spoken when it changes. */
export function WorkLine({ work }: { work: RequestView }) {
  const texts = useTexts(workTexts)
  const [slow, setSlow] = useState(false)
  const { state, progress } = work
  useEffect(() => {
    setSlow(false)
    if (state !== 'waiting') return
    const timer = setTimeout(() => setSlow(true), patienceMs)
    return () => clearTimeout(timer)
  }, [state])
  const percent = Math.round(progress * 100)
  const text = workText(texts, work)
  return (
    <div className="min-w-0 space-y-1" data-work={state}>
      <p role="status" className="wrap-anywhere">
        <Badge tone={tones[state]}>{texts.states[state]}</Badge> {text}
      </p>
      {state === 'running' && (
        <div className="flex items-center gap-2 text-faint text-small">
          <progress
            className="h-1.5 w-full max-w-80 accent-link"
            max={100}
            value={percent}
            aria-label={texts.states.running}
          />
          {texts.progress(percent)}
        </div>
      )}
      {slow && <p className="text-faint text-small">{texts.slow}</p>}
    </div>
  )
}

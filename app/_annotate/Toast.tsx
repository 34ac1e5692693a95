'use client'

import { useState } from 'react'
import { createPortal } from 'react-dom'
import { Icon } from '@/app/_ui/frame/Icon'
import { useTexts } from '@/app/_ui/i18n/texts'
import { annotateTexts } from '@/app/_ui/messages/annotate'
import type { EventView } from '@/lib/api/events/schema'

/** What was done, or why it was not. */
export interface Told {
  readonly text: string
  readonly isProblem?: boolean
  /** The event as the change made it, where that can be undone. */
  readonly undo?: Pick<EventView, 'slug' | 'version'>
}

interface ToastProps {
  readonly told: Told
  readonly onUndo: (of: Pick<EventView, 'slug' | 'version'>) => Promise<void>
  readonly onClose: () => void
}

/** A line at the foot of the screen that stays until it is closed or another one comes. */
export function Toast({ told, onUndo, onClose }: ToastProps) {
  const texts = useTexts(annotateTexts)
  const [busy, setBusy] = useState(false)
  const { text, undo, isProblem } = told
  return createPortal(
    <div role="status" className={`toast no-print ${isProblem ? 'text-bad' : ''}`}>
      <span className="wrap-anywhere min-w-0">{text}</span>
      {undo && (
        <button
          type="button"
          disabled={busy}
          className="button shrink-0 px-2.5 py-0.5"
          onClick={async () => {
            setBusy(true)
            await onUndo(undo)
            setBusy(false)
          }}
        >
          {texts.undo}
        </button>
      )}
      <button
        type="button"
        className="icon-button shrink-0"
        aria-label={texts.close}
        title={texts.close}
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
    </div>,
    document.body,
  )
}

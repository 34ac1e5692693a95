'use client'

import type { ReactNode } from 'react'
import { useTexts } from '../i18n/texts'
import { formTexts } from '../messages/form'

interface SubmitProps {
  /** While the answer is awaited nothing more can be sent. */
  readonly busy: boolean
  /** `bad` for what takes something away. */
  readonly tone?: 'plain' | 'bad'
  readonly children: ReactNode
}

/** The button that sends a form. It stays in reach of the keyboard while it is busy, so that the focus is not lost. */
export function Submit({ busy, tone = 'plain', children }: SubmitProps) {
  const texts = useTexts(formTexts)
  return (
    <button
      type="submit"
      aria-disabled={busy}
      onClick={(event) => {
        if (busy) event.preventDefault()
      }}
      className={`button-main ${tone === 'bad' ? 'button-bad' : ''}`.trimEnd()}
    >
      {busy ? texts.busy : children}
    </button>
  )
}

import type { ReactNode } from 'react'
import { useTexts } from '@/app/_ui/i18n/texts'
import { commonTexts } from '@/app/_ui/messages/common'
import { Wide } from '@/app/_ui/Wide'

interface NumbersProps {
  /** What the numbers are of. */
  readonly label: string
  readonly note?: string
  /** A table. */
  readonly children: ReactNode
}

/** The numbers behind a chart, shut until the reader asks; they scroll in their own frame. */
export function Numbers({ label, note, children }: NumbersProps) {
  return (
    <details className="border-line border-t">
      <summary className="w-fit px-4 py-2 text-soft text-small hover:text-ink">{useTexts(commonTexts).numbers}</summary>
      {note && <p className="max-w-prose px-4 pb-1 text-faint text-small">{note}</p>}
      <Wide label={label} className="max-h-96 overflow-auto">
        {children}
      </Wide>
    </details>
  )
}

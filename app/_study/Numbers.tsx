import type { ReactNode } from 'react'
import { common } from '@/app/_ui/messages/common'
import { study } from '@/app/_ui/messages/study'

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
      <summary className="w-fit px-4 py-2 text-soft text-small hover:text-ink">{common.numbers}</summary>
      {note && <p className="max-w-prose px-4 pb-1 text-faint text-small">{note}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
      <section aria-label={study.numbersOf(label)} tabIndex={0} className="max-h-96 overflow-auto">
        {children}
      </section>
    </details>
  )
}

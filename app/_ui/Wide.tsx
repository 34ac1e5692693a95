import type { ReactNode } from 'react'
import { useTexts } from './i18n/texts'
import { commonTexts } from './messages/common'

interface WideProps {
  /** What the numbers in it are of: the title of their panel. */
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}

/** A table that may be wider (or, with a class that bounds it, higher) than its place: it scrolls by itself, within reach of the keyboard. */
export function Wide({ label, className = 'overflow-x-auto', children }: WideProps) {
  const { numbersOf } = useTexts(commonTexts)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
    <section aria-label={numbersOf(label)} tabIndex={0} className={className}>
      {children}
    </section>
  )
}

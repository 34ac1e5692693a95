import type { ReactNode } from 'react'

interface NoticeProps {
  readonly title: string
  readonly text: string
  /** What its title is: that of the page, unless it stands within one. */
  readonly heading?: 'h1' | 'h3'
  readonly children?: ReactNode
}

/** A page that has only something to say: its title, a sentence, and a way on. */
export function Notice({ title, text, heading: Heading = 'h1', children }: NoticeProps) {
  return (
    <div className="mx-auto max-w-xl py-16">
      <Heading className="font-semibold text-title tracking-tight">{title}</Heading>
      <p className="mt-2 text-lead text-soft">{text}</p>
      {children && <div className="mt-6">{children}</div>}
    </div>
  )
}

import type { ReactNode } from 'react'

interface FactsProps {
  /** Sets the values to the right, as figures of a narrow column. */
  readonly figures?: boolean
  readonly children: ReactNode
}

/** A list of named figures, two columns. */
export function Facts({ figures = false, children }: FactsProps) {
  const columns = figures
    ? 'grid-cols-[minmax(0,1fr)_fit-content(62%)] gap-x-4 [&_dd]:text-right'
    : 'grid-cols-[auto_minmax(0,1fr)] gap-x-6'
  return <dl className={`grid gap-y-1 px-4 pb-3 ${columns}`}>{children}</dl>
}

/** One figure with its name; `title` is shown on hover: source and as-of. */
export function Fact({ name, title, children }: { name: string; title?: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-faint">{name}</dt>
      <dd title={title}>{children}</dd>
    </div>
  )
}

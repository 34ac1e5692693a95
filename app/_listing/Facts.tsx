import type { ReactNode } from 'react'

/** A list of named figures, two columns. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5 px-4 pb-3">{children}</dl>
}

/** One figure with its name; `title` is shown on hover: source and as-of. */
export function Fact({
  name,
  title,
  right,
  children,
}: {
  name: string
  title?: string
  right?: boolean
  children: ReactNode
}) {
  return (
    <div className="contents">
      <dt className="text-faint">{name}</dt>
      <dd title={title} className={right ? 'text-right' : undefined}>
        {children}
      </dd>
    </div>
  )
}

import type { ReactNode } from 'react'

/** Stands in a panel where there is nothing to show: why, and what would bring something. */
export function Empty({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className="grid min-h-24 place-content-center px-4 py-6 text-center text-soft">
      <p className="max-w-prose">{text}</p>
      {children && <p className="mt-2">{children}</p>}
    </div>
  )
}

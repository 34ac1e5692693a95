import type { ReactNode } from 'react'
import { KeptParameters } from '@/app/_ui/KeptParameters'
import type { Query } from '@/app/_ui/url'

interface FieldProps {
  readonly query: Query
  /** The parameter that the form changes. */
  readonly name: string
  /** Text of its button. */
  readonly go: string
  /** The control itself. */
  readonly children: ReactNode
  /** What was chosen: another choice is another form, so that its default is shown again. */
  readonly chosen: string
}

/** One control with its button: a form that needs no script and keeps the other parameters of the page. */
export function Field({ query, name, go, children, chosen }: FieldProps) {
  return (
    <form action="/compare" className="no-print flex items-center gap-1" key={chosen}>
      <KeptParameters query={query} except={name} />
      {children}
      <button type="submit" className="field shrink-0 cursor-pointer hover:bg-well hover:text-ink">
        {go}
      </button>
    </form>
  )
}

'use client'

import { type ReactNode, useId, useState } from 'react'
import { FormContext } from './context'
import { ErrorSummary } from './ErrorSummary'
import type { SentProblem } from './send'

interface FormProps {
  /** What a screen reader calls the form; needed where a page has several. */
  readonly label?: string
  /** The problem of what was sent last: told above the fields and beside those that are meant. */
  readonly problem: SentProblem | null
  readonly onSend: (fields: FormData) => void
  readonly className?: string
  readonly children: ReactNode
}

/** A form that sends by script. What is wrong with its fields the server tells, so that both can never differ. */
export function Form({ label, problem, onSend, className = 'space-y-4', children }: FormProps) {
  const id = useId()
  const [labels] = useState(() => new Map<string, string>())
  return (
    <FormContext value={{ id, problem, labels }}>
      <form
        noValidate
        aria-label={label}
        className={className}
        onSubmit={(event) => {
          event.preventDefault()
          onSend(new FormData(event.currentTarget))
        }}
      >
        {problem && <ErrorSummary problem={problem} formId={id} labels={labels} />}
        {children}
      </form>
    </FormContext>
  )
}

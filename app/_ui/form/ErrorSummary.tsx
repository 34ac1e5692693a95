'use client'

import { useEffect, useRef } from 'react'
import { useLanguage } from '#language'
import { controlId } from './context'
import { expectationText, problemText } from './problemText'
import type { SentProblem } from './send'

interface ErrorSummaryProps {
  readonly problem: SentProblem
  /** The form the fields are of, so that each line leads to its field. */
  readonly formId?: string
  /** The labels of the form's fields by their names. */
  readonly labels?: ReadonlyMap<string, string>
}

/** What went wrong as a whole, and each field it was about; spoken and focused when it comes. */
export function ErrorSummary({ problem, formId = '', labels = new Map() }: ErrorSummaryProps) {
  const language = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new problem is to be seen
  useEffect(() => box.current?.focus(), [problem])
  const lead = (name: string) => {
    const control = document.getElementById(controlId(formId, name))
    control?.focus()
    control?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <div ref={box} role="alert" tabIndex={-1} className="rounded-md bg-bad-ground px-3 py-2 text-bad">
      <p>{problemText(language, problem)}</p>
      {problem.parameters && problem.parameters.length > 0 && (
        <ul className="mt-1 list-disc space-y-0.5 pl-4">
          {problem.parameters.map(({ name, detail }) => {
            const field = name.split('.', 1)[0] ?? name
            const label = labels.get(field)
            const text = `${label ?? name}: ${expectationText(language, detail)}`
            return (
              <li key={name} className="wrap-anywhere">
                {label === undefined ? (
                  text
                ) : (
                  <button type="button" className="cursor-pointer text-left underline" onClick={() => lead(field)}>
                    {text}
                  </button>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}

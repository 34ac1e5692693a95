'use client'

import { createContext, use } from 'react'
import type { SentProblem } from './send'

interface FormState {
  readonly id: string
  readonly problem: SentProblem | null
  /** The labels of its fields by their names, filled by the fields themselves. */
  readonly labels: Map<string, string>
}

export const FormContext = createContext<FormState>({ id: 'form', problem: null, labels: new Map() })

/** The form around a field. */
export function useForm(): FormState {
  return use(FormContext)
}

/** The id of the control of a field. */
export function controlId(formId: string, name: string): string {
  return `${formId}-${name}`
}

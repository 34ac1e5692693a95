'use client'

import { createContext, type ReactNode, use, useEffect } from 'react'
import { useLanguage } from '#language'
import { useTexts } from '../i18n/texts'
import { formTexts } from '../messages/form'
import { controlId, useForm } from './context'
import { fieldProblem } from './problemText'

/** What a control takes over from its field. */
export interface Control {
  readonly id: string
  readonly name: string
  readonly 'aria-invalid': true | undefined
  readonly 'aria-describedby': string | undefined
}

const ControlContext = createContext<Control | null>(null)

/** The attributes that tie a control to the label, hint and error of the field around it. Throws outside of a `Field`. */
export function useControl(): Control {
  const control = use(ControlContext)
  if (control === null) throw new Error('A control stands within a Field')
  return control
}

interface FieldProps {
  /** What the API calls it: the server's complaints about this name (and `name.0`, …) are shown here. */
  readonly name: string
  readonly label: string
  readonly hint?: ReactNode
  /** Says that it may be left empty. */
  readonly optional?: boolean
  /** Something wrong that the page itself saw; goes before what the server said. */
  readonly error?: string
  /** `beside` for a checkbox: the label at its right. */
  readonly place?: 'above' | 'beside'
  readonly className?: string
  readonly children: ReactNode
}

/** One field of a form: label, control, hint, and what is wrong with it. */
export function Field({ name, label, hint, optional, error, place = 'above', className = '', children }: FieldProps) {
  const { id: formId, problem, labels } = useForm()
  const [texts, language] = [useTexts(formTexts), useLanguage()]
  const wrong = error ?? fieldProblem(language, problem, name)
  const id = controlId(formId, name)
  useEffect(() => {
    labels.set(name, label)
    return () => void labels.delete(name)
  }, [labels, name, label])
  const described = [hint ? `${id}-hint` : '', wrong ? `${id}-error` : ''].filter(Boolean).join(' ')
  const control: Control = {
    ...{ id, name, 'aria-invalid': wrong ? true : undefined },
    'aria-describedby': described || undefined,
  }
  const caption = (
    <label htmlFor={id} className="font-medium text-soft">
      {label}
      {optional && <span className="font-normal text-faint"> ({texts.optional})</span>}
    </label>
  )
  return (
    <ControlContext value={control}>
      <div className={`min-w-0 ${className}`.trimEnd()}>
        {place === 'above' ? (
          <>
            <div className="mb-1">{caption}</div>
            {children}
          </>
        ) : (
          <div className="flex items-start gap-2">
            {children}
            {caption}
          </div>
        )}
        {hint && (
          <p id={`${id}-hint`} className="mt-1 text-faint text-small">
            {hint}
          </p>
        )}
        {wrong && (
          <p id={`${id}-error`} className="wrap-anywhere mt-1 text-bad text-small">
            {wrong}
          </p>
        )}
      </div>
    </ControlContext>
  )
}

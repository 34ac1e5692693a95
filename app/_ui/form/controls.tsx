'use client'

import { type ComponentProps, useState } from 'react'
import { useTexts } from '../i18n/texts'
import { formTexts } from '../messages/form'
import { useControl } from './Field'

/** One line of text. */
export function TextInput({ type = 'text', className = '', ...rest }: ComponentProps<'input'>) {
  return <input {...useControl()} type={type} className={`control ${className}`.trimEnd()} {...rest} />
}

/** Several lines of text; grows with what is written where the browser can. */
export function TextArea({ rows = 4, className = '', ...rest }: ComponentProps<'textarea'>) {
  return <textarea {...useControl()} rows={rows} className={`control control-area ${className}`.trimEnd()} {...rest} />
}

export interface Option {
  readonly value: string
  readonly text: string
}

/** One of a few choices. */
export function Select({
  options,
  className = '',
  ...rest
}: ComponentProps<'select'> & { options: readonly Option[] }) {
  return (
    <select {...useControl()} className={`control ${className}`.trimEnd()} {...rest}>
      {options.map(({ value, text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  )
}

/** Yes or no; its field has `place="beside"`. */
export function Checkbox(props: Omit<ComponentProps<'input'>, 'type'>) {
  return <input {...useControl()} type="checkbox" className="mt-0.5 size-4 shrink-0 accent-link" {...props} />
}

/** A password, which its writer may look at. */
export function PasswordInput(props: Omit<ComponentProps<'input'>, 'type'>) {
  const texts = useTexts(formTexts)
  const [shown, setShown] = useState(false)
  return (
    <div className="flex gap-1">
      <TextInput {...props} type={shown ? 'text' : 'password'} spellCheck={false} autoCapitalize="none" />
      <button
        type="button"
        aria-pressed={shown}
        className="button shrink-0 px-2.5 text-small"
        onClick={() => setShown(!shown)}
      >
        {shown ? texts.hide : texts.show}
      </button>
    </div>
  )
}

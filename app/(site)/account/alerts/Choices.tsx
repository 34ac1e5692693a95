'use client'

import { useId } from 'react'
import { useStored } from '@/app/_ui/i18n/texts'
import type { AlertChoice } from '@/lib/store/alert/choices'

interface ChoicesProps {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly choices: readonly AlertChoice[]
  readonly chosen: readonly string[]
}

/** Any of several things; none chosen means all. */
export function Choices({ name, label, hint, choices, chosen }: ChoicesProps) {
  const [say, id] = [useStored(), useId()]
  return (
    <fieldset className="min-w-0" aria-describedby={`${id}-hint`}>
      <legend className="mb-1 font-medium text-soft">{label}</legend>
      <div className="grid grid-cols-1 gap-x-4 gap-y-1 @sm:grid-cols-2">
        {choices.map(({ value, name: english, nameZh }) => (
          <label key={value} className="flex items-start gap-2">
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              className="mt-0.5 size-4 shrink-0 accent-link"
            />
            <span className="min-w-0">{say(english, nameZh)}</span>
          </label>
        ))}
      </div>
      <p id={`${id}-hint`} className="mt-1 text-faint text-small">
        {hint}
      </p>
    </fieldset>
  )
}

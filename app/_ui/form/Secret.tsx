'use client'

import { useId } from 'react'
import { useCopy } from '../frame/useCopy'
import { useTexts } from '../i18n/texts'
import { formTexts } from '../messages/form'

/** A link or key that is shown this once: to be selected whole or copied. `note` says so. */
export function Secret({ label, value, note }: { label: string; value: string; note: string }) {
  const texts = useTexts(formTexts)
  const { state, copy } = useCopy()
  const id = useId()
  return (
    <div className="space-y-1 rounded-md bg-well p-3">
      <label htmlFor={id} className="block font-medium text-soft">
        {label}
      </label>
      <div className="flex gap-1">
        <input
          id={id}
          readOnly
          value={value}
          onFocus={({ currentTarget }) => currentTarget.select()}
          className="control font-mono"
          data-secret
        />
        <button type="button" className="button shrink-0 px-2.5 text-small" onClick={() => copy(value)}>
          {state === 'copied' ? texts.copied : texts.copy}
        </button>
      </div>
      <p className="text-soft text-small">{note}</p>
      <p role="status" className={state === 'refused' ? 'text-small text-warn' : 'sr-only'}>
        {state === 'copied' && texts.copied}
        {state === 'refused' && texts.notCopied}
      </p>
    </div>
  )
}

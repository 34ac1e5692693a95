'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { useLanguage } from '#language'
import type { FieldDifference } from '@/lib/store/errors'
import { useTexts } from '../i18n/texts'
import { conflictTexts } from '../messages/conflict'
import { fieldName } from '../messages/fields'

interface ConflictProps {
  readonly difference: readonly FieldDifference[]
  /** With the fields whose own value is to be kept. */
  readonly onChosen: (mine: readonly string[]) => void
  readonly onLeave: () => void
}

function shown(value: unknown, nothing: string): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return nothing
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Somebody else was faster: each field in which both differ, with both values to choose from. */
export function Conflict({ difference, onChosen, onLeave }: ConflictProps) {
  const [texts, language, id] = [useTexts(conflictTexts), useLanguage(), useId()]
  const box = useRef<HTMLElement>(null)
  // The button that was pressed may be a screen below.
  useEffect(() => box.current?.focus(), [])
  const [mine, setMine] = useState<readonly string[]>(() => difference.map(({ field }) => field))
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label={texts.title}
      className="space-y-3 rounded-md bg-warn-ground p-3"
      data-testid="conflict"
    >
      <p className="font-medium text-warn" role="alert">
        {texts.title}
      </p>
      <p>{difference.length === 0 ? texts.apart : texts.choose}</p>
      {difference.map(({ field, stored, sent }) => (
        <fieldset key={field} className="space-y-1">
          <legend className="font-medium">{fieldName(language, field)}</legend>
          {(['theirs', 'mine'] as const).map((side) => (
            <label key={side} className="flex items-start gap-2">
              <input
                type="radio"
                name={`${id}-${field}`}
                className="mt-1 accent-link"
                checked={mine.includes(field) === (side === 'mine')}
                onChange={() => setMine(side === 'mine' ? [...mine, field] : mine.filter((one) => one !== field))}
              />
              <span className="wrap-anywhere min-w-0 whitespace-pre-wrap">
                <span className="text-soft">{texts[side]}</span>{' '}
                {shown(side === 'theirs' ? stored : sent, texts.nothing)}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <div className="flex flex-wrap gap-2">
        <button type="button" className="button-main" onClick={() => onChosen(mine)}>
          {texts.save}
        </button>
        <button type="button" className="button px-3 py-1.5" onClick={onLeave}>
          {texts.leave}
        </button>
      </div>
    </section>
  )
}

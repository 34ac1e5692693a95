'use client'

import { useId, useState } from 'react'
import { Icon } from '../frame/Icon'
import { useTexts } from '../i18n/texts'
import { formTexts } from '../messages/form'
import { useControl } from './Field'

export interface PickerOption {
  /** What is kept. */
  readonly value: string
  /** What it is called. */
  readonly text: string
}

interface PickerProps {
  readonly chosen: readonly string[]
  readonly options: readonly PickerOption[]
  /** Whether what is none of the options may be added too. */
  readonly free?: boolean
  readonly onChange: (chosen: readonly string[]) => void
}

/** Several of many, in the order they were added: each with a button that takes it away, and a field that finds by name and adds. */
export function Picker({ chosen, options, free = false, onChange }: PickerProps) {
  const texts = useTexts(formTexts).picker
  const control = useControl()
  const list = useId()
  const [typed, setTyped] = useState('')
  const nameOf = (value: string) => options.find((one) => one.value === value)?.text ?? value
  const found = (text: string) => {
    const wanted = text.trim().toLowerCase()
    return options.find(({ value, text: name }) => value.toLowerCase() === wanted || name.toLowerCase() === wanted)
      ?.value
  }
  const add = (value: string | undefined) => {
    if (value === undefined || value === '') return
    setTyped('')
    if (!chosen.includes(value)) onChange([...chosen, value])
  }
  return (
    <div className="space-y-1.5">
      {chosen.length > 0 && (
        <ul className="flex flex-wrap gap-1">
          {chosen.map((value) => (
            <li key={value} className="flex max-w-full items-center rounded bg-well pl-2 text-small">
              <span className="wrap-anywhere min-w-0">{nameOf(value)}</span>
              <button
                type="button"
                className="icon-button size-6! shrink-0"
                aria-label={texts.remove(nameOf(value))}
                onClick={() => onChange(chosen.filter((one) => one !== value))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex gap-1">
        <input
          {...control}
          list={list}
          value={typed}
          autoComplete="off"
          placeholder={options.length > 0 ? texts.find : undefined}
          className="control"
          onChange={({ target, nativeEvent }) => {
            setTyped(target.value)
            // What is chosen from the browser's list comes whole, not letter by letter.
            const how = nativeEvent instanceof InputEvent ? nativeEvent.inputType : undefined
            if (how === undefined || how === 'insertReplacementText') add(found(target.value))
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || typed.trim() === '') return
            event.preventDefault()
            add(found(typed) ?? (free ? typed.trim() : undefined))
          }}
          onBlur={() => add(found(typed) ?? (free ? typed.trim() : undefined))}
        />
        <button
          type="button"
          className="button shrink-0 px-2.5 text-small"
          onClick={() => add(found(typed) ?? (free ? typed.trim() : undefined))}
        >
          {texts.add}
        </button>
      </div>
      <datalist id={list}>
        {options
          .filter(({ value }) => !chosen.includes(value))
          .map(({ value, text }) => (
            <option key={value} value={text} />
          ))}
      </datalist>
    </div>
  )
}

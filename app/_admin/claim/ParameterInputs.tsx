'use client'

import { Select, TextArea, TextInput } from '@/app/_ui/form/controls'
import { Field } from '@/app/_ui/form/Field'
import { Picker, type PickerOption } from '@/app/_ui/form/Picker'
import { useTexts } from '@/app/_ui/i18n/texts'
import { claimFormTexts } from '@/app/_ui/messages/claimForm'
import type { ClaimKind } from '@/lib/studies/claims/kinds'
import { type ParameterField, type ParameterValues, parameterFields } from './parameters'

/** What may be named, as readers call it. */
export interface ClaimChoices {
  readonly listings: readonly PickerOption[]
  readonly topics: readonly PickerOption[]
  readonly events: readonly PickerOption[]
}

interface InputProps {
  readonly field: ParameterField
  readonly held: string | readonly string[]
  readonly choices: ClaimChoices
  readonly onChange: (held: string | readonly string[]) => void
}

const types = { date: 'date', text: 'text', whole: 'text', number: 'text' } as const

function Input({ field, held, choices, onChange }: InputProps) {
  const texts = useTexts(claimFormTexts)
  const named: Readonly<Record<string, string>> = texts.words
  if (typeof held === 'object') return <Picker free chosen={held} options={[]} onChange={onChange} />
  const own = { value: held, onChange: ({ target }: { target: { value: string } }) => onChange(target.value) }
  const none = { value: '', text: texts.choose }
  switch (field.type) {
    case 'words':
      return (
        <Select {...own} options={[none, ...field.words.map((value) => ({ value, text: named[value] ?? value }))]} />
      )
    case 'listing':
      return <Select {...own} options={[none, ...choices.listings]} />
    case 'topic':
      return <Select {...own} options={[none, ...choices.topics]} />
    case 'event':
      return <Select {...own} options={[none, ...choices.events]} />
    case 'prose':
      return <TextArea {...own} rows={3} />
    case 'date':
    case 'text':
    case 'whole':
    case 'number':
      return <TextInput {...own} type={types[field.type]} inputMode={field.type === 'text' ? 'text' : undefined} />
    default:
      return null
  }
}

interface ParameterInputsProps {
  readonly kind: ClaimKind
  readonly values: ParameterValues
  readonly choices: ClaimChoices
  readonly onChange: (values: ParameterValues) => void
}

/** The fields of what the arithmetic of a kind takes. */
export function ParameterInputs({ kind, values, choices, onChange }: ParameterInputsProps) {
  const texts = useTexts(claimFormTexts)
  const labels: Readonly<Record<string, string>> = texts.labels
  return (
    <fieldset className="min-w-0 space-y-3 border-line border-t pt-3">
      <legend className="float-left mb-3 w-full font-medium">{texts.parameters}</legend>
      <div className="clear-both grid grid-cols-1 gap-3 sm:grid-cols-2">
        {parameterFields[kind]
          .filter(({ type }) => type !== 'fixed')
          .map((field) => {
            const held = values[field.path] ?? ''
            return (
              <Field
                key={field.path}
                name={`parameters.${field.path}`}
                label={labels[field.path] ?? field.path}
                hint={typeof held === 'object' ? texts.several : undefined}
              >
                <Input {...{ field, held, choices }} onChange={(next) => onChange({ ...values, [field.path]: next })} />
              </Field>
            )
          })}
      </div>
    </fieldset>
  )
}

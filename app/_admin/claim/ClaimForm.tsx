'use client'

import { useState } from 'react'
import { Select, TextArea, TextInput } from '@/app/_ui/form/controls'
import { Field } from '@/app/_ui/form/Field'
import { Submit } from '@/app/_ui/form/Submit'
import { ThingForm } from '@/app/_ui/form/ThingForm'
import { useThing } from '@/app/_ui/form/useThing'
import { useTexts } from '@/app/_ui/i18n/texts'
import { claimFormTexts } from '@/app/_ui/messages/claimForm'
import { fieldTexts } from '@/app/_ui/messages/fields'
import { thingTexts } from '@/app/_ui/messages/things'
import type { JudgedClaimView } from '@/lib/api/claims/schema'
import type { ClaimKind } from '@/lib/studies/claims/kinds'
import { changedFields } from '../changedFields'
import { KeepFields } from '../KeepFields'
import { useSaved } from '../useSaved'
import { type ClaimChoices, ParameterInputs } from './ParameterInputs'
import { isFilled, parameterFields, parametersOf, valuesOf } from './parameters'
import { VerdictPreview } from './VerdictPreview'

/** A claim as the form takes it. */
export type ClaimInForm = Pick<
  JudgedClaimView,
  | 'slug'
  | 'statement'
  | 'statementZh'
  | 'kind'
  | 'parameters'
  | 'statedOn'
  | 'sourceName'
  | 'sourceUrl'
  | 'status'
  | 'position'
>

interface ClaimFormProps {
  /** What is stored; null for a new one, which begins with `fresh`. */
  readonly version: number | null
  readonly claim: ClaimInForm
  readonly choices: ClaimChoices
}

const kindsOf = Object.keys(parameterFields) as ClaimKind[]
const isKind = (text: string): text is ClaimKind => Object.hasOwn(parameterFields, text)

/** A claim with the fields of its kind, and what it would be judged. */
export function ClaimForm({ version, claim, choices }: ClaimFormProps) {
  const [texts, fields, words] = [useTexts(thingTexts), useTexts(fieldTexts), useTexts(claimFormTexts)]
  const { said, saved } = useSaved('/admin/claims')
  const [draft, setDraft] = useState(claim)
  const kind = isKind(draft.kind) ? draft.kind : 'level'
  const [values, setValues] = useState(() => valuesOf(kind, claim.parameters))
  const thing = useThing<JudgedClaimView>({
    path: '/api/v1/claims',
    stored: version === null ? null : { key: claim.slug, version },
  })
  const set = (changes: Partial<ClaimInForm>) => setDraft({ ...draft, ...changes })
  const text = (name: 'statement' | 'statementZh' | 'statedOn') => ({
    value: draft[name],
    onChange: ({ target }: { target: { value: string } }) => set({ [name]: target.value }),
  })
  const parameters = parametersOf(kind, values)
  const body = () => {
    const whole = { ...draft, sourceUrl: draft.sourceUrl?.trim() || null, kind, parameters }
    const { slug, ...rest } = whole
    return { body: { ...rest, ...(slug === '' ? {} : { slug }) }, changes: changedFields(claim, rest) }
  }
  return (
    <ThingForm
      {...{ thing, body }}
      label={version === null ? texts.claims.add : texts.claims.edit}
      onSaved={(next) => saved(next, version === null)}
    >
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <Field name="statement" label={fields.statement}>
          <TextArea {...text('statement')} rows={3} />
        </Field>
        <Field name="statementZh" label={fields.statementZh}>
          <TextArea {...text('statementZh')} rows={3} lang="zh" />
        </Field>
        <Field name="statedOn" label={fields.statedOn}>
          <TextInput {...text('statedOn')} type="date" />
        </Field>
        <Field name="kind" label={words.kind}>
          <Select
            value={kind}
            options={kindsOf.map((value) => ({ value, text: words.kinds[value] }))}
            onChange={({ target }) => {
              if (!isKind(target.value)) return
              set({ kind: target.value })
              setValues(valuesOf(target.value, parameters))
            }}
          />
        </Field>
      </div>
      <ParameterInputs kind={kind} values={values} choices={choices} onChange={setValues} />
      <VerdictPreview proposal={isFilled(kind, values) ? { kind, parameters, statedOn: draft.statedOn } : null} />
      <KeepFields draft={draft} isNew={version === null} onChange={set} />
      <div className="flex flex-wrap justify-end gap-3">
        {said}
        <Submit busy={thing.busy}>{texts.save}</Submit>
      </div>
    </ThingForm>
  )
}

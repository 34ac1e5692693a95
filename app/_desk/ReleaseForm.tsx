'use client'

import { useRouter } from 'next/navigation'
import { ConfirmButton } from '@/app/_ui/form/ConfirmButton'
import { TextArea, TextInput } from '@/app/_ui/form/controls'
import { Field } from '@/app/_ui/form/Field'
import { Form } from '@/app/_ui/form/Form'
import { Submit } from '@/app/_ui/form/Submit'
import { useSend } from '@/app/_ui/form/useSend'
import { useTexts } from '@/app/_ui/i18n/texts'
import { candidatesTexts } from '@/app/_ui/messages/candidates'
import { quarantineTexts } from '@/app/_ui/messages/quarantine'
import type { QuarantineRowView } from '@/lib/api/quarantine/schema'
import { changedEdits, type EditName, isEditName } from './edits'

interface ReleaseFormProps {
  readonly row: QuarantineRowView
  /** What the row has of each figure that may be corrected; empty where it has none. */
  readonly figures: Readonly<Partial<Record<EditName, string>>>
  /** What the fields begin with; what the row has when not given. */
  readonly start?: Readonly<Partial<Record<EditName, string>>>
}

/** Rejects one row, with a reason. */
export function RejectButton({ row }: { row: QuarantineRowView }) {
  const texts = useTexts(quarantineTexts)
  return (
    <ConfirmButton
      text={texts.reject}
      about={row.key}
      title={texts.detail.rejectTitle}
      action={texts.reject}
      className="button px-3 py-1.5"
      request={{
        method: 'POST',
        path: `/api/v1/quarantine/${row.id}/reject`,
        body: (fields) => ({ reason: String(fields.get('reason') ?? '') }),
      }}
    >
      <p className="text-soft">{texts.detail.rejectText}</p>
      <Field name="reason" label={texts.reason} hint={texts.reasonHint} optional>
        <TextArea rows={2} />
      </Field>
    </ConfirmButton>
  )
}

/** Releases one row, as it is or with the figures that were changed in the form; or rejects it. */
export function ReleaseForm({ row, figures, start = figures }: ReleaseFormProps) {
  const [texts, candidates] = [useTexts(quarantineTexts), useTexts(candidatesTexts)]
  const router = useRouter()
  const { busy, problem, send } = useSend()
  const { release } = row
  if (release === null) {
    return (
      <div className="space-y-3">
        <p className="text-soft">{texts.detail.onlyReject}</p>
        <RejectButton row={row} />
      </div>
    )
  }
  const hints: Readonly<Partial<Record<EditName, string>>> = {
    volume: texts.fields.volumeHint,
    ratio: texts.fields.ratioHint,
  }
  const carryOut = async (fields: FormData) => {
    const edits = changedEdits(release, figures, fields)
    const { data } = await send('POST', `/api/v1/quarantine/${row.id}/release`, edits)
    if (data) router.refresh()
  }
  return (
    <Form label={texts.detail.answer} problem={problem} onSend={carryOut} className="space-y-3">
      <p className="max-w-prose text-soft">
        {release.needs.length > 0
          ? texts.detail.needed
          : release.writes === 'action'
            ? candidates.acceptText
            : texts.detail.asIs}
      </p>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
        {release.takes.filter(isEditName).map((name) => (
          <Field key={name} name={name} label={texts.fields[name]} hint={hints[name]}>
            <TextInput
              type={name === 'exDate' ? 'date' : 'text'}
              inputMode={name === 'exDate' ? undefined : 'decimal'}
              defaultValue={start[name]}
              autoComplete="off"
            />
          </Field>
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        <Submit busy={busy}>{release.writes === 'action' ? candidates.accept : texts.release}</Submit>
        <RejectButton row={row} />
      </div>
    </Form>
  )
}

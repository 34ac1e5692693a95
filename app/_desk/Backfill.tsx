'use client'

import { TextInput } from '@/app/_ui/form/controls'
import { Field } from '@/app/_ui/form/Field'
import { Form } from '@/app/_ui/form/Form'
import { Submit } from '@/app/_ui/form/Submit'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { adminListingsTexts } from '@/app/_ui/messages/adminListings'
import type { RequestView } from '@/lib/api/requests/schema'
import { AskButton } from './AskButton'
import { useWork } from './useWork'
import { WorkLine } from './WorkLine'

interface BackfillProps {
  readonly symbol: string
  /** Where the listing is tracked from, and where the calendar of its exchange begins. */
  readonly trackedFrom: string
  readonly knownFrom: string
  /** A backfill that is under way. */
  readonly underWay: RequestView | null
}

/** Has the older prices of a listing fetched, and shows how far that is. */
export function Backfill({ symbol, trackedFrom, knownFrom, underWay }: BackfillProps) {
  const [{ backfill }, { day }] = [useTexts(adminListingsTexts), useFormat()]
  const { busy, problem, work, ask } = useWork(underWay)
  return (
    <div className="space-y-3">
      <Form
        label={backfill.title}
        problem={problem}
        onSend={(fields) => {
          if (!busy) void ask({ kind: 'backfill', listing: symbol, from: String(fields.get('from') ?? '') })
        }}
      >
        <div className="flex flex-wrap items-start gap-3">
          <Field name="from" label={backfill.from} hint={backfill.hint(day(knownFrom))} className="w-full max-w-80">
            <TextInput type="date" defaultValue={trackedFrom} min={knownFrom} />
          </Field>
          <div className="sm:pt-6">
            <Submit busy={busy}>{backfill.button}</Submit>
          </div>
        </div>
      </Form>
      {work && <WorkLine work={work} />}
      <AskButton text={backfill.refresh} wanted={{ kind: 'refresh', listing: symbol }} />
    </div>
  )
}

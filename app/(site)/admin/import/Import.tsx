'use client'

import Link from 'next/link'
import { useRef, useState } from 'react'
import { Select } from '@/app/_ui/form/controls'
import { Field } from '@/app/_ui/form/Field'
import { Form } from '@/app/_ui/form/Form'
import { Submit } from '@/app/_ui/form/Submit'
import { type SentProblem, sendBody } from '@/app/_ui/form/send'
import { useTexts } from '@/app/_ui/i18n/texts'
import { importTexts } from '@/app/_ui/messages/import'
import { Panel } from '@/app/_ui/Panel'
import { StatusLine } from '@/app/_ui/states/StatusLine'
import type { BulkName } from '@/lib/api/bulk/kinds'
import type { BulkImport } from '@/lib/store/bulk/import'
import { FileDrop } from './FileDrop'
import { Lines } from './Lines'

const typeOf = ({ name }: File) => (name.toLowerCase().endsWith('.json') ? 'application/json' : 'text/csv')

/** What is known of the chosen file. */
interface Looked {
  readonly plan: BulkImport | null
  readonly done: BulkImport | null
  readonly problem: SentProblem | null
}

const unseen: Looked = { plan: null, done: null, problem: null }

/** Looks at a file, shows line by line what would change, and imports it. */
export function Import({ names }: { names: readonly [BulkName, ...BulkName[]] }) {
  const texts = useTexts(importTexts)
  const [kind, setKind] = useState<BulkName>(names[0])
  const [file, setFile] = useState<File | null>(null)
  const [partial, setPartial] = useState(false)
  const [busy, setBusy] = useState(false)
  const [{ plan, done, problem }, setLooked] = useState<Looked>(unseen)
  const latest = useRef(0)

  const send = async (what: File, into: BulkName, dryRun: boolean) => {
    const turn = ++latest.current
    setBusy(true)
    const path = `/api/v1/import/${into}?dryRun=${dryRun}&partial=${partial && !dryRun}`
    const sent = await sendBody<BulkImport>('POST', path, { content: what, type: typeOf(what) })
    // A newer file was chosen while this one was looked at.
    if (turn !== latest.current) return
    setBusy(false)
    if (sent.problem) setLooked(({ plan }) => ({ plan: dryRun ? null : plan, done: null, problem: sent.problem }))
    else setLooked(dryRun ? { ...unseen, plan: sent.data } : { ...unseen, done: sent.data })
  }
  const look = (what: File | null, into: BulkName) => {
    setPartial(false)
    setLooked(unseen)
    if (what) void send(what, into, true)
  }

  const changes = plan === null ? 0 : plan.totals.create + plan.totals.update
  const refused = plan?.totals.refused ?? 0
  const ready = changes > 0 && (refused === 0 || partial)
  return (
    <Panel title={texts.import}>
      <Form problem={problem} onSend={() => file && ready && send(file, kind, false)} className="space-y-4 px-4 pb-4">
        <div className="grid gap-4 sm:grid-cols-[14rem_1fr]">
          <Field name="kind" label={texts.kind}>
            <Select
              options={names.map((name) => ({ value: name, text: texts.kinds[name] }))}
              value={kind}
              onChange={({ currentTarget }) => {
                const next = names.find((name) => name === currentTarget.value) ?? kind
                setKind(next)
                look(file, next)
              }}
            />
          </Field>
          <Field name="file" label={texts.file} hint={texts.fileHint}>
            <FileDrop
              file={file}
              onFile={(next) => {
                setFile(next)
                look(next, kind)
              }}
            />
          </Field>
        </div>
        <div role="status">
          {busy && plan === null && <p className="text-soft">{texts.looking}</p>}
          {plan && (
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <span className="font-medium">{texts.would}</span>
              {(['create', 'update', 'unchanged', 'refused'] as const).map((outcome) => (
                <span key={outcome}>
                  {plan.totals[outcome]} {texts.outcomes[outcome]}
                </span>
              ))}
            </p>
          )}
        </div>
        {done && (
          <StatusLine tone="plain">
            {texts.done(done.totals.create, done.totals.update)}{' '}
            <Link href="/admin/audit" prefetch={false} className="link">
              {texts.audit}
            </Link>
          </StatusLine>
        )}
        {refused > 0 && changes > 0 && (
          <label className="flex items-start gap-2">
            <input
              type="checkbox"
              checked={partial}
              onChange={({ currentTarget }) => setPartial(currentTarget.checked)}
              className="mt-0.5 size-4 shrink-0 accent-link"
            />
            {texts.partial(refused)}
          </label>
        )}
        {refused > 0 && !partial && <p className="text-warn">{texts.refused(changes > 0)}</p>}
        {ready && <Submit busy={busy}>{texts.go(changes)}</Submit>}
      </Form>
      {plan && (
        <div className="border-line border-t">
          <Lines lines={plan.lines} />
        </div>
      )}
    </Panel>
  )
}

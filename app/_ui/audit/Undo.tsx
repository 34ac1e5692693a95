'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { AuditEntryView, AuditedThingView } from '@/lib/api/audit/schema'
import { Confirm } from '../form/Confirm'
import { ErrorSummary } from '../form/ErrorSummary'
import { useSend } from '../form/useSend'
import { useTexts } from '../i18n/texts'
import { auditTexts } from '../messages/audit'
import { Changes } from './Changes'
import { changesBetween } from './changes'

/** What undoing an entry would do to the thing as it stands: what is in its way, or what changes. */
function outlookOf({ before, now }: Pick<AuditedThingView, 'before' | 'now'>) {
  if (now?.managedBy) return { kind: 'managed', file: now.managedBy } as const
  if (before === null) return { kind: 'archives' } as const
  const changes = changesBetween(now?.value ?? null, before)
  return changes.length === 0 ? ({ kind: 'same' } as const) : ({ kind: 'changes', changes } as const)
}

function Outlook({ of, last }: { of: ReturnType<typeof outlookOf>; last: boolean }) {
  const { undo } = useTexts(auditTexts)
  if (of.kind === 'managed') return <p>{undo.managed(of.file)}</p>
  if (of.kind !== 'changes') return <p>{undo[of.kind]}</p>
  return (
    <div className="space-y-2">
      <p>{undo.what}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
      <section aria-label={undo.what} tabIndex={0} className="max-h-80 overflow-y-auto rounded-md bg-well p-2">
        <Changes changes={of.changes} />
      </section>
      {!last && <p className="text-warn">{undo.since}</p>}
    </div>
  )
}

interface UndoProps {
  readonly entry: Pick<AuditEntryView, 'id' | 'action' | 'after'>
  /** What the entry is about, in words. */
  readonly thing: string
  readonly actionText: string
}

/** Undoes one change: shows first what that does to the thing as it stands now, and anew when somebody changes it in between. */
export function Undo({ entry, thing, actionText }: UndoProps) {
  const { undo } = useTexts(auditTexts)
  const router = useRouter()
  const { busy, problem, send, setProblem } = useSend()
  const [asked, setAsked] = useState<AuditedThingView | null>(null)
  const [said, setSaid] = useState('')
  const path = `/api/v1/audit/${entry.id}`
  const look = async () => {
    const { data } = await send<AuditedThingView>('GET', path)
    if (data) setAsked(data)
  }
  const carryOut = async () => {
    const sent = await send('POST', `${path}/undo`, { version: asked?.now?.version })
    if (sent.problem?.kind === 'conflict') {
      await look()
      setProblem(sent.problem)
    }
    if (sent.problem) return
    setAsked(null)
    setSaid(undo.done)
    router.refresh()
  }
  const last = asked !== null && changesBetween(asked.now?.value ?? null, entry.after).length === 0
  const outlook = asked && outlookOf(asked)
  return (
    <>
      <span role="status" className="text-good text-small">
        {said}
      </span>
      <button
        type="button"
        className="button px-2 py-0.5 text-small"
        aria-label={undo.of(actionText, thing)}
        aria-disabled={busy}
        onClick={look}
      >
        {undo.button}
      </button>
      {asked === null && problem && <ErrorSummary problem={problem} />}
      {outlook && (
        <Confirm
          title={undo.title(thing)}
          action={undo.action}
          possible={outlook.kind === 'changes' || outlook.kind === 'archives'}
          sending={{ busy, problem }}
          onConfirm={carryOut}
          onClose={() => setAsked(null)}
        >
          {problem?.kind === 'conflict' && <p className="text-warn">{undo.again}</p>}
          <Outlook of={outlook} last={last} />
        </Confirm>
      )}
    </>
  )
}

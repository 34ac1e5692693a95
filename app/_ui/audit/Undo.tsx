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

/** What undoing would do to the thing as it stands: why it can do nothing, or what changes. */
function Outlook({ before, now, last }: Pick<AuditedThingView, 'before' | 'now'> & { last: boolean }) {
  const { undo } = useTexts(auditTexts)
  if (now?.managedBy) return <p>{undo.managed(now.managedBy)}</p>
  if (before === null) return <p>{undo.archives}</p>
  const changes = changesBetween(now?.value ?? null, before)
  if (changes.length === 0) return <p>{undo.same}</p>
  return (
    <div className="space-y-2">
      <p>{undo.what}</p>
      <div className="max-h-80 overflow-y-auto rounded-md bg-well p-2">
        <Changes changes={changes} />
      </div>
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
      {asked && (
        <Confirm
          title={undo.title(thing)}
          action={undo.action}
          sending={{ busy, problem }}
          onConfirm={carryOut}
          onClose={() => setAsked(null)}
        >
          {problem?.kind === 'conflict' && <p className="text-warn">{undo.again}</p>}
          <Outlook before={asked.before} now={asked.now} last={last} />
        </Confirm>
      )}
    </>
  )
}

'use client'

import { useRouter } from 'next/navigation'
import { useSend } from '@/app/_ui/form/useSend'
import { useTexts } from '@/app/_ui/i18n/texts'
import { alertsTexts } from '@/app/_ui/messages/alerts'
import type { AlertView } from '@/lib/api/alerts/schema'

/** Has a test message of an alert sent; the page shows it among the messages at once. */
export function TestButton({ alert: { id, name }, onSent }: { alert: AlertView; onSent: () => void }) {
  const { test } = useTexts(alertsTexts).list
  const router = useRouter()
  const { busy, problem, send } = useSend()
  const sendTest = async () => {
    const { problem: refused } = await send('POST', `/api/v1/alerts/${id}/test`)
    if (refused) return
    onSent()
    router.refresh()
  }
  return (
    <>
      <button
        type="button"
        aria-label={`${test}: ${name}`}
        aria-disabled={busy}
        className="button px-2 py-0.5 text-small"
        onClick={() => !busy && sendTest()}
      >
        {test}
      </button>
      {problem && (
        <span role="alert" className="text-bad text-small">
          {problem.detail}
        </span>
      )}
    </>
  )
}

'use client'

import { useEffect, useState } from 'react'
import { sendJson } from '@/app/_ui/form/send'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { thingTexts } from '@/app/_ui/messages/things'
import { VerdictBadge } from '@/app/_ui/VerdictBadge'
import type { JudgedClaimView } from '@/lib/api/claims/schema'

const restMs = 500

interface Proposal {
  readonly kind: string
  readonly parameters: unknown
  readonly statedOn: string
}

/** What a claim would be judged as it stands in its form, asked once its writer rests; null while something is missing. */
export function VerdictPreview({ proposal }: { proposal: Proposal | null }) {
  const [{ claims: texts }, say] = [useTexts(thingTexts), useStored()]
  const [judged, setJudged] = useState<JudgedClaimView | null>(null)
  const asked = proposal && JSON.stringify(proposal)
  useEffect(() => {
    if (asked === null) return setJudged(null)
    let gone = false
    const timer = setTimeout(async () => {
      const { data } = await sendJson<JudgedClaimView>('POST', '/api/v1/claims/preview', JSON.parse(asked))
      if (!gone) setJudged(data)
    }, restMs)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [asked])
  return (
    <section
      aria-label={texts.preview}
      aria-live="polite"
      data-testid="verdict-preview"
      className="space-y-1.5 rounded-md bg-well px-3 py-2"
    >
      <h3 className="font-medium text-soft">{texts.preview}</h3>
      {judged === null ? (
        <p className="text-soft">{texts.incomplete}</p>
      ) : (
        <>
          <p>
            <VerdictBadge of="claim" verdict={judged.verdict} />
          </p>
          <p className="wrap-anywhere">{say(judged.finding, judged.findingZh)}</p>
          {judged.formula && (
            <p className="wrap-anywhere font-mono text-small text-soft">{say(judged.formula, judged.formulaZh)}</p>
          )}
        </>
      )}
    </section>
  )
}

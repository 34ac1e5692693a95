'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { useLive } from '@/app/_ui/live'
import { commonTexts } from '@/app/_ui/messages/common'

/** What tells that a listing's figures are not those of before. */
interface Marks {
  readonly series: {
    readonly asOf: string | null
    readonly fetchedAt: string | null
    readonly lastSession: string | null
    readonly lastAttempt: { readonly at: string } | null
  }
}

const markOf = ({ series: { asOf, fetchedAt, lastSession, lastAttempt } }: Marks) =>
  [asOf, fetchedAt, lastSession, lastAttempt?.at].join()

/** Keeps a page that was made on the server current: asks for the state of the series, and has the page made again when it has moved on. Says when the server does not answer. */
export function LiveListing({ url, made, now }: { url: string; made: Marks; now: string }) {
  const [{ live }, { moment }, router] = [useTexts(commonTexts), useFormat(), useRouter()]
  const { data, stale, at } = useLive(url, made)
  const moved = markOf(data) !== markOf(made)
  useEffect(() => {
    if (moved) router.refresh()
  }, [moved, router])
  if (!stale) return null
  return (
    <p role="status" className="rounded-md bg-warn-ground px-3 py-2 text-warn">
      {live.failed(moment(at ?? now))}
    </p>
  )
}

'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useLive } from '@/app/_ui/live'
import { Stale } from '@/app/_ui/states/Stale'

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
  const router = useRouter()
  const { data, stale, at } = useLive(url, made)
  const moved = markOf(data) !== markOf(made)
  useEffect(() => {
    if (moved) router.refresh()
  }, [moved, router])
  return stale ? <Stale at={at ?? now} /> : null
}

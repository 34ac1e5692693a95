'use client'

import { useEffect } from 'react'
import { LiveRefresh } from '@/app/_ui/live/LiveRefresh'
import { useLive } from '@/app/_ui/live/useLive'
import { useRefresh } from '@/app/_ui/live/useRefresh'
import { Stale } from '@/app/_ui/states/Stale'
import type { ListingView } from '@/lib/api/listings/view'
import { listingTopics } from './listingTopics'

/** What tells that a listing's settled figures are not those of before; its live price is followed by what shows it. */
const markOf = ({ series: { asOf, fetchedAt, lastSession, lastAttempt } }: ListingView) =>
  [asOf, fetchedAt, lastSession, lastAttempt?.at].join()

interface LiveListingProps {
  readonly url: string
  readonly made: ListingView
  /** The moment of the page as its URL says it, when it is not the present. */
  readonly asOf: string | null
  readonly now: string
}

/** What else is on the page of a listing. */
const aroundIt = ['events', 'milestones', 'revenue', 'listings', 'signals']

/** Keeps a page that was made on the server current: asks for the state of the series, and has the page made again when it has moved on. Says when the server does not answer. */
export function LiveListing({ url, made, asOf, now }: LiveListingProps) {
  const refresh = useRefresh()
  const { data, stale, at } = useLive(url, made, listingTopics(made.symbol, asOf))
  const moved = markOf(data) !== markOf(made)
  useEffect(() => {
    if (moved) refresh()
  }, [moved, refresh])
  return (
    <>
      {asOf === null && <LiveRefresh topics={aroundIt} />}
      {stale && <Stale at={at ?? now} />}
    </>
  )
}

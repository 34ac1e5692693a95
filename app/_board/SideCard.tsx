import Link from 'next/link'
import { AgeBadge } from '@/app/_ui/AgeBadge'
import { Change } from '@/app/_ui/Change'
import { formatDay } from '@/app/_ui/format/date'
import { formatPrice } from '@/app/_ui/format/number'
import { board } from '@/app/_ui/messages/board'
import { useSource } from '@/app/_ui/source'
import { listingHref } from '@/app/_ui/url'
import type { ListingView } from '@/lib/api/listings/view'
import { type Side, sideClass } from './sides'

interface SideCardProps {
  readonly side: Side
  readonly name: string
  readonly listing: ListingView
  /** Change since the base of the comparison, a fraction; null when it cannot be told. */
  readonly since: number | null
  readonly base: string
}

/** One side at a glance: last close, what it did on the day and since the base, how old that is, and where it is from. */
export function SideCard({ side, name, listing, since, base }: SideCardProps) {
  const source = useSource()
  const { series, symbol, exchange, currency } = listing
  const title = source.title({ ...series, lastSession: series.lastSettledSession })
  return (
    <section aria-label={name} className="panel relative overflow-hidden px-4 py-3">
      <span className={`absolute inset-y-0 left-0 w-1 ${sideClass[side].ground}`} aria-hidden="true" />
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h2 className="font-semibold text-[0.875rem] tracking-tight">
          <Link href={listingHref(symbol)} className="quiet-link" prefetch={false}>
            {listing.name}
          </Link>
          <span className="block font-normal text-faint text-small sm:ml-2 sm:inline">
            {symbol} · {exchange}
          </span>
        </h2>
        <AgeBadge age={series.age} exchange={exchange} />
      </div>
      <div className="mt-1.5 flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <p title={`${board.kpi.close}. ${title}`}>
          <span className="font-semibold text-figure tracking-tight">{formatPrice(series.lastClose)}</span>
          <span className="ml-1.5 text-faint text-small">{currency}</span>
        </p>
        <p className="text-lead" title={title}>
          <Change fraction={series.change} /> <span className="text-faint text-small">{board.kpi.onDay}</span>
        </p>
        <p className="text-lead" title={`Rebased at ${base}. ${title}`}>
          <Change fraction={since} digits={1} /> <span className="text-faint text-small">{board.kpi.since(base)}</span>
        </p>
      </div>
      <p className="mt-1 text-faint text-small" title={title}>
        Close of {formatDay(series.lastSettledSession)} · {source.text(series.source, series.lastSettledSession)}
      </p>
    </section>
  )
}

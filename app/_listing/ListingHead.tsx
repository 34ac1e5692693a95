import { AgeBadge } from '@/app/_ui/AgeBadge'
import { Change } from '@/app/_ui/Change'
import { formatDay } from '@/app/_ui/format/date'
import { formatPrice } from '@/app/_ui/format/number'
import { board } from '@/app/_ui/messages/board'
import { listing as texts } from '@/app/_ui/messages/listing'
import { useSource } from '@/app/_ui/source'
import type { ListingView } from '@/lib/api/listings/view'

/** Name and last close of a listing. */
export function ListingHead({ listing }: { listing: ListingView }) {
  const source = useSource()
  const { series, symbol, exchange, currency } = listing
  const title = source.title({ ...series, lastSession: series.lastSettledSession })
  const facts = [symbol, exchange, texts.kinds[listing.kind] ?? listing.kind]
  if (listing.listedOn) facts.push(`listed ${formatDay(listing.listedOn)}`)
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
      <div>
        <h1 className="font-semibold text-title tracking-tight">
          {listing.name}
          {listing.nameZh && (
            <span lang="zh" className="ml-2.5 font-normal text-faint text-lead">
              {listing.nameZh}
            </span>
          )}
        </h1>
        <p className="text-soft">{facts.join(' · ')}</p>
      </div>
      <div className="sm:text-right">
        <p className="flex items-baseline gap-x-4 sm:justify-end">
          <span title={title}>
            <span className="font-semibold text-figure tracking-tight">{formatPrice(series.lastClose)}</span>
            <span className="ml-1.5 text-faint text-small">{currency}</span>
          </span>
          <span className="text-lead">
            <Change fraction={series.change} title={series.changeBasis === 'split' ? board.closes.split : title} />{' '}
            <span className="text-faint text-small">{board.kpi.onDay}</span>
          </span>
        </p>
        <p className="text-faint text-small" title={title}>
          Close of {formatDay(series.lastSettledSession)} · {source.text(series.source, series.lastSettledSession)}{' '}
          <AgeBadge age={series.age} exchange={exchange} />
        </p>
      </div>
    </div>
  )
}

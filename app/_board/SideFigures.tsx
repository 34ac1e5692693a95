import Link from 'next/link'
import { Change } from '@/app/_ui/Change'
import { formatPrice } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { boardTexts } from '@/app/_ui/messages/board'
import { PriceBadge } from '@/app/_ui/PriceBadge'
import { useQuoteTitle } from '@/app/_ui/QuoteBadge'
import { useSource } from '@/app/_ui/source'
import { hrefWith, listingHref } from '@/app/_ui/url'
import type { ListingView } from '@/lib/api/listings/view'
import { type Side, sideClass } from './sides'

interface SideFiguresProps {
  readonly side: Side
  readonly listing: ListingView
  /** Change since the base of the comparison, a fraction; null when it cannot be told. */
  readonly since: number | null
  /** The base of the comparison in words. */
  readonly base: string
  readonly asOf: string | null
}

/** One side of the argument: its live price or last close, what it did on the day and since the base, and how old that is. */
export function SideFigures({ side, listing, since, base, asOf }: SideFiguresProps) {
  const [{ sides, kpi }, source, { day }] = [useTexts(boardTexts), useSource(), useFormat()]
  const { series, symbol, exchange, currency, quote } = listing
  const quoteTitle = useQuoteTitle()
  const title = source.title({ ...series, lastSession: series.lastSettledSession })
  return (
    <section aria-label={sides[side]} className="min-w-0">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <h3 className="flex items-baseline gap-1.5 font-semibold">
          <span
            className={`h-[3px] w-4 translate-y-[-4px] self-end rounded ${sideClass[side].ground}`}
            aria-hidden="true"
          />
          <Link
            href={hrefWith(listingHref(symbol), {}, { asOf })}
            className={`quiet-link ${sideClass[side].text}`}
            prefetch={false}
          >
            {sides[side]}
          </Link>
        </h3>
        <span className="text-faint text-small">{symbol}</span>
        <PriceBadge {...{ quote, exchange }} market={listing.market} age={series.age} />
      </div>
      <p className="flex flex-wrap items-baseline gap-x-2.5">
        <span title={quote ? quoteTitle(quote) : `${kpi.close(day(series.lastSettledSession))}. ${title}`}>
          <span className="font-semibold text-[1.125rem] tracking-tight">
            {formatPrice(quote?.price ?? series.lastClose)}
          </span>{' '}
          <span className="text-faint text-small">{currency}</span>
        </span>
        <span title={quote ? quoteTitle(quote) : title}>
          <Change fraction={quote ? quote.change : series.change} />{' '}
          <span className="text-faint text-small">{kpi.onDay}</span>
        </span>
        <span title={`${kpi.rebased(base)}. ${title}`}>
          <Change fraction={since} digits={1} /> <span className="text-faint text-small">{kpi.since}</span>
        </span>
      </p>
    </section>
  )
}

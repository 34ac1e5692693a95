import Link from 'next/link'
import { Change } from '@/app/_ui/Change'
import { formatPrice } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { boardTexts } from '@/app/_ui/messages/board'
import { Panel } from '@/app/_ui/Panel'
import { PriceBadge } from '@/app/_ui/PriceBadge'
import { useQuoteTitle } from '@/app/_ui/QuoteBadge'
import { useSource } from '@/app/_ui/source'
import { TableHead } from '@/app/_ui/TableHead'
import { hrefWith, listingHref } from '@/app/_ui/url'
import { Wide } from '@/app/_ui/Wide'
import type { ListingView } from '@/lib/api/listings/view'
import { PanelLink } from './PanelLink'

function Row({ item, asOf }: { item: ListingView; asOf: string | null }) {
  const [{ fresh }, source, say, { day }] = [useTexts(boardTexts), useSource(), useStored(), useFormat()]
  const { series, currency, symbol, quote } = item
  const quoteTitle = useQuoteTitle()
  const closeTitle = `${day(series.lastSettledSession)} · ${source.title({ ...series, lastSession: series.lastSettledSession })}`
  const against =
    series.previousClose === null
      ? undefined
      : fresh.changeTitle(`${formatPrice(series.previousClose)} ${currency}`, day(series.previousSession))
  const age = <PriceBadge {...{ quote }} market={item.market} age={series.age} exchange={item.exchange} />
  const change = quote ? (
    <Change
      fraction={quote.change}
      title={
        quote.previousClose === null
          ? undefined
          : fresh.liveChangeTitle(`${formatPrice(quote.previousClose)} ${currency}`)
      }
    />
  ) : (
    <Change
      fraction={series.change}
      title={against && (series.changeBasis === 'split' ? `${against} ${fresh.split}` : against)}
    />
  )
  // Side by side the four columns are wider than a narrow screen, and the age is what this panel is for: there they stand two by two.
  return (
    <tr>
      <td className="max-w-40 truncate" title={`${say(item.name, item.nameZh)} · ${symbol} · ${item.exchange}`}>
        <Link href={hrefWith(listingHref(symbol), {}, { asOf })} className="quiet-link font-medium" prefetch={false}>
          {say(item.name, item.nameZh)}
        </Link>
        <div className="sm:hidden">{age}</div>
      </td>
      <td title={quote ? quoteTitle(quote) : closeTitle}>
        {formatPrice(quote?.price ?? series.lastClose)} <span className="text-faint text-tiny">{currency}</span>
        {!quote && series.source?.bundled && <span className="text-faint text-tiny">*</span>}
        <div className="sm:hidden">{change}</div>
      </td>
      <td className="max-sm:hidden">{change}</td>
      <td className="text max-sm:hidden">{age}</td>
    </tr>
  )
}

/** Every listing with its live price or its last close, and how old that is in the time of its market. */
export function FreshPanel(props: { items: readonly ListingView[]; asOf: string | null; className: string }) {
  const { items, asOf, className } = props
  const texts = useTexts(boardTexts).fresh
  const { head } = texts
  return (
    <Panel
      title={texts.title}
      className={className}
      note={items.some(({ series }) => series.source?.bundled) ? `${texts.note} · ${texts.bundled}` : texts.note}
      aside={<PanelLink href={hrefWith('/data', {}, { asOf })}>{texts.all}</PanelLink>}
    >
      {items.length === 0 ? (
        <p className="px-4 pb-4 text-soft">{texts.none}</p>
      ) : (
        <Wide label={texts.title}>
          <table className="figures tight" data-testid="closes">
            <TableHead
              columns={[
                { name: head.listing },
                { name: head.close },
                { name: head.change, className: 'max-sm:hidden' },
                { name: head.age, words: true, className: 'max-sm:hidden' },
              ]}
            />
            <tbody>
              {items.map((item) => (
                <Row key={item.symbol} item={item} asOf={asOf} />
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </Panel>
  )
}

import Link from 'next/link'
import { AgeBadge } from '@/app/_ui/AgeBadge'
import { Change } from '@/app/_ui/Change'
import { formatPrice } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { boardTexts } from '@/app/_ui/messages/board'
import { Panel } from '@/app/_ui/Panel'
import { useSource } from '@/app/_ui/source'
import { TableHead } from '@/app/_ui/TableHead'
import { hrefWith, listingHref } from '@/app/_ui/url'
import { Wide } from '@/app/_ui/Wide'
import type { ListingView } from '@/lib/api/listings/view'
import { PanelLink } from './PanelLink'

function Row({ item, asOf }: { item: ListingView; asOf: string | null }) {
  const [{ fresh }, source, say, { day }] = [useTexts(boardTexts), useSource(), useStored(), useFormat()]
  const { series, currency, symbol } = item
  const title = source.title({ ...series, lastSession: series.lastSettledSession })
  const against =
    series.previousClose === null
      ? undefined
      : fresh.changeTitle(`${formatPrice(series.previousClose)} ${currency}`, day(series.previousSession))
  return (
    <tr>
      <td className="max-w-40 truncate" title={`${say(item.name, item.nameZh)} · ${symbol} · ${item.exchange}`}>
        <Link href={hrefWith(listingHref(symbol), {}, { asOf })} className="quiet-link font-medium" prefetch={false}>
          {say(item.name, item.nameZh)}
        </Link>
      </td>
      <td title={`${day(series.lastSettledSession)} · ${title}`}>
        {formatPrice(series.lastClose)} <span className="text-faint text-tiny">{currency}</span>
        {series.source?.bundled && <span className="text-faint text-tiny">*</span>}
      </td>
      <td>
        <Change
          fraction={series.change}
          title={against && (series.changeBasis === 'split' ? `${against} ${fresh.split}` : against)}
        />
      </td>
      <td className="text">
        <AgeBadge age={series.age} exchange={item.exchange} />
      </td>
    </tr>
  )
}

/** Every listing with its last close and how old that is in the time of its market. */
export function FreshPanel({ items, asOf }: { items: readonly ListingView[]; asOf: string | null }) {
  const texts = useTexts(boardTexts).fresh
  const { head } = texts
  return (
    <Panel
      title={texts.title}
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
                { name: head.change },
                { name: head.age, words: true },
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

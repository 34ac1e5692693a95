import type { ReactNode } from 'react'
import { type Adjustment, rowsOnPage } from '@/app/_data/listingQuery'
import { formatNumber, formatPrice } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { listingTexts } from '@/app/_ui/messages/listing'
import { Panel } from '@/app/_ui/Panel'
import { TableHead } from '@/app/_ui/TableHead'
import { hrefWith, listingHref, type Query } from '@/app/_ui/url'
import { Wide } from '@/app/_ui/Wide'
import type { BarsView } from '@/lib/api/bars/view'

interface BarsTableProps {
  readonly bars: BarsView
  readonly adjust: Adjustment
  readonly url: string
  /** Source and as-of, on hover of every figure. */
  readonly title: string
  readonly query: Query
  readonly page: number
  readonly pages: number
}

/** A step to another page of the table; words alone where there is none. */
function Step({
  to,
  pages,
  path,
  query,
  children,
}: {
  to: number
  pages: number
  path: string
  query: Query
  children: ReactNode
}) {
  if (to < 1 || to > pages) return <span className="text-faint">{children}</span>
  return (
    <a className="link" href={`${hrefWith(path, query, { page: to === 1 ? null : String(to) })}#numbers`}>
      {children}
    </a>
  )
}

/** The sessions in figures, newest first, a page at a time, and where all of them can be had. */
export function BarsTable({ bars, adjust, url, title, query, page, pages }: BarsTableProps) {
  const [{ bars: texts, adjust: names, chart }, { day }] = [useTexts(listingTexts), useFormat()]
  const { head } = texts
  const all = bars.session.length
  const first = (page - 1) * rowsOnPage
  const rows = Array.from({ length: Math.min(rowsOnPage, all - first) }, (_, row) => all - 1 - first - row)
  const path = listingHref(bars.meta.symbol)
  const steps = [
    [texts.newest, page === 1 ? 0 : 1],
    [texts.newer, page - 1],
    [texts.older, page + 1],
    [texts.oldest, page === pages ? 0 : pages],
  ] as const
  return (
    <Panel
      id="numbers"
      title={texts.title}
      note={`${texts.note(first + 1, first + rows.length, all)} · ${bars.meta.currency} · ${names.unit[adjust]}`}
      aside={
        <p className="flex gap-3 text-small">
          <a className="link" href={`${url}&format=csv`}>
            {texts.csv}
          </a>
          <a className="link" href={url}>
            {texts.json}
          </a>
        </p>
      }
      foot={
        pages > 1 && (
          <nav aria-label={texts.pages} className="no-print flex gap-x-4">
            {steps.map(([name, to]) => (
              <Step key={name} {...{ to, pages, path, query }}>
                {name}
              </Step>
            ))}
            <span className="ml-auto">
              {page} / {pages}
            </span>
          </nav>
        )
      }
    >
      <Wide label={texts.title}>
        <table className="figures" data-testid="bars">
          <TableHead
            columns={[head.session, head.open, head.high, head.low, head.close, head.volume].map((name) => ({ name }))}
          />
          <tbody>
            {rows.map((row) => (
              <tr key={bars.session[row]} title={title}>
                <td>
                  {day(bars.session[row])}
                  {bars.settled[row] === false && <span className="ml-2 text-tiny text-warn">{chart.unsettled}</span>}
                </td>
                <td>{formatPrice(bars.open[row])}</td>
                <td>{formatPrice(bars.high[row])}</td>
                <td>{formatPrice(bars.low[row])}</td>
                <td className="font-medium">{formatPrice(bars.close[row])}</td>
                <td className="text-soft">{formatNumber(bars.volume[row], 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Panel>
  )
}

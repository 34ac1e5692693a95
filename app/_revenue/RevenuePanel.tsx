import { Badge } from '@/app/_ui/Badge'
import { Change } from '@/app/_ui/Change'
import { formatNumber } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { commonTexts } from '@/app/_ui/messages/common'
import { listingTexts } from '@/app/_ui/messages/listing'
import { revenueTexts } from '@/app/_ui/messages/revenue'
import { Panel } from '@/app/_ui/Panel'
import { isRefusal } from '@/lib/analytics/refusal'
import type { RevenueView } from '@/lib/api/revenue/view'
import type { LatestValuation } from '@/lib/api/valuation/view'
import { GrowthStrip } from './GrowthStrip'
import { PlainBars } from './PlainBars'
import { valueAxis } from './plotFrame'
import { quartersOf } from './quarters'
import { RevenueBars } from './RevenueBars'
import { RevenueTable } from './RevenueTable'

interface RevenuePanelProps {
  readonly side: 'cambricon' | 'nvidia'
  readonly title: string
  readonly view: RevenueView | null
  /** Shows trailing revenue and price to sales as well, or why there is none. */
  readonly valuation?: LatestValuation | null
}

/** Revenue of the last twelve months and what the market pays for it, as known at the last close; a reason in place of what cannot be had. */
function Valued({ of: { session, trailing, priceToSales } }: { of: LatestValuation['valuation'] }) {
  const [texts, { compact, day }, { valuation: words }] = [useTexts(revenueTexts), useFormat(), useTexts(listingTexts)]
  const quiet = 'text-faint text-small'
  return (
    <p className="flex flex-wrap items-baseline gap-x-5 px-4 pb-1">
      <span>
        <span className={quiet}>{texts.trailing(day(session))}</span>{' '}
        {isRefusal(trailing) ? (
          <span className={quiet}>– {words.reason(trailing.refused, trailing.detail)}</span>
        ) : (
          <>
            {compact(Number(trailing.value))}{' '}
            <span className={quiet}>
              {trailing.currency},{' '}
              {texts.quarters(trailing.quarters[0]?.label ?? '', trailing.quarters.at(-1)?.label ?? '')}
            </span>
          </>
        )}
      </span>
      <span>
        <span className={quiet}>{texts.multiple}</span>{' '}
        {isRefusal(priceToSales) ? (
          <>
            <Badge tone="plain">{texts.noMultiple}</Badge>{' '}
            <span className={quiet}>{words.reason(priceToSales.refused, priceToSales.detail)}</span>
          </>
        ) : (
          formatNumber(Number(priceToSales.value), 1)
        )}
      </span>
    </p>
  )
}

/** A company's revenue by quarter in its own currency: the last figure, bars, growth on the year, and every number behind them. */
export function RevenuePanel({ side, title, view, valuation }: RevenuePanelProps) {
  const [texts, common, { day, moment, quarter, compact }] = [
    useTexts(revenueTexts),
    useTexts(commonTexts),
    useFormat(),
  ]
  const quarters = view ? quartersOf(view) : []
  const last = quarters.at(-1)
  if (!view || !last) {
    return (
      <Panel title={title}>
        <p className="px-4 pb-4 text-soft">{texts.none}</p>
      </Panel>
    )
  }
  const currency = view.meta.currency ?? view.currency[0] ?? ''
  const source = view.meta.bundledTo ? common.bundled(view.meta.bundledTo) : last.source
  const kind = last.label.startsWith('FY') ? texts.fiscal : texts.calendar
  return (
    <Panel title={title} note={[currency, kind, source].join(' · ')}>
      <p
        className="flex flex-wrap items-baseline gap-x-3 px-4"
        title={[common.source(source), texts.known(moment(last.knownAt))].join(' · ')}
      >
        <span className="font-semibold text-[1.125rem] tracking-tight">
          {compact(last.value)} <span className="font-normal text-faint text-small">{currency}</span>
        </span>
        <span>
          <Change fraction={last.yearOnYear} digits={1} /> <span className="text-faint text-small">{texts.onYear}</span>
        </span>
        <span className="text-faint text-small">{texts.ended(last.label, day(last.end))}</span>
      </p>
      {valuation && <Valued of={valuation.valuation} />}
      <RevenueBars
        side={side}
        bars={quarters.map(({ label, value, yearOnYear }) => ({ label: quarter(label), value, yearOnYear }))}
        most={valueAxis(quarters.map(({ value }) => value)).high}
        currency={currency}
        preview={<PlainBars quarters={quarters} side={side} />}
      />
      <GrowthStrip quarters={quarters} side={side} />
      <details>
        <summary className="px-4 py-2 text-small text-soft hover:text-ink">{common.numbers}</summary>
        <RevenueTable quarters={quarters} currency={currency} />
      </details>
    </Panel>
  )
}

import { Fragment, type ReactNode } from 'react'
import { Badge } from '@/app/_ui/Badge'
import { Change } from '@/app/_ui/Change'
import { formatDay } from '@/app/_ui/format/date'
import { formatCompact, formatNumber } from '@/app/_ui/format/number'
import { listing } from '@/app/_ui/messages/listing'
import { Panel } from '@/app/_ui/Panel'
import { isRefusal } from '@/lib/analytics/refusal'
import type { LatestValuation } from '@/lib/api/valuation/view'
import { valuationSources } from './valuationSources'

const texts = listing.valuation
type Valuation = LatestValuation['valuation']

function Row({ name, title, children }: { name: string; title?: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-faint">{name}</dt>
      <dd title={title}>{children}</dd>
    </div>
  )
}

/** A quiet remark behind a figure, or the reason in place of one. */
const Small = ({ children }: { children: ReactNode }) => <span className="text-faint text-small">{children}</span>

/** What stands where a figure cannot be had. */
const Missing = ({ why }: { why: string }) => (
  <>
    {texts.none} <Small>{why}</Small>
  </>
)

function Money({ value, currency }: { value: string; currency: string }) {
  return (
    <>
      {formatCompact(Number(value))} <Small>{currency}</Small>
    </>
  )
}

/** Trailing revenue in its own currency, then in dollars and yuan. */
function Trailing({ of: { trailing, trailingIn } }: { of: Valuation }) {
  if (isRefusal(trailing)) return <Missing why={trailing.detail} />
  const [first, last] = [trailing.quarters[0]?.label ?? '', trailing.quarters.at(-1)?.label ?? '']
  const others = Object.entries(trailingIn).filter(([currency]) => currency !== trailing.currency)
  return (
    <>
      <Money {...trailing} />
      {others.flatMap(([currency, amount]) =>
        isRefusal(amount)
          ? []
          : [
              <Fragment key={currency}>
                {' · '}
                <Money {...amount} />
              </Fragment>,
            ],
      )}
      <span className="block text-faint text-small">
        {texts.quarters(first, last)}
        {trailing.precision === 'rounded' && `, ${texts.rounded}`}
      </span>
      {others.map(
        ([currency, amount]) =>
          isRefusal(amount) && (
            <span key={currency} className="block text-faint text-small">
              {amount.detail}
            </span>
          ),
      )}
    </>
  )
}

function GrowthFigure({ newest, answer }: { newest: Valuation['newest']; answer: Valuation['yearOnYear'] }) {
  if (isRefusal(answer)) return <Missing why={answer.detail} />
  return (
    <>
      <Change fraction={Number(answer.value)} digits={1} />{' '}
      <Small>{texts.growth(newest?.label ?? '', answer.base)}</Small>
    </>
  )
}

function Shares({ shares }: Pick<Valuation, 'shares'>) {
  if (isRefusal(shares)) return <Missing why={shares.detail} />
  return (
    <>
      {formatCompact(Number(shares.shares))}{' '}
      <Small>{texts.stated(formatDay(shares.count.asOf), shares.splits.length > 0)}</Small>
    </>
  )
}

function Multiple({ priceToSales }: Pick<Valuation, 'priceToSales'>) {
  if (!isRefusal(priceToSales))
    return <span className="font-semibold">{formatNumber(Number(priceToSales.value), 1)}</span>
  return (
    <>
      <Badge tone="plain">{texts.noMultiple}</Badge> <Small>{priceToSales.detail}</Small>
    </>
  )
}

/** What the market paid at the last settled close for the sales known then, each figure with its source on hover, and every session as a file. */
export function ValuationPanel({ latest, url }: { latest: LatestValuation; url: string }) {
  const { valuation: of } = latest
  const { rows } = texts
  const titles = valuationSources(latest)
  return (
    <Panel
      title={texts.title}
      note={texts.note(formatDay(of.session))}
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
      foot={texts.foot}
    >
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5 px-4 pb-3">
        <Row name={rows.trailing} title={titles.revenue}>
          <Trailing of={of} />
        </Row>
        <Row name={rows.year} title={titles.growth}>
          <GrowthFigure newest={of.newest} answer={of.yearOnYear} />
        </Row>
        <Row name={rows.quarter} title={titles.growth}>
          <GrowthFigure newest={of.newest} answer={of.quarterOnQuarter} />
        </Row>
        <Row name={rows.shares} title={titles.shares}>
          <Shares shares={of.shares} />
        </Row>
        <Row name={rows.cap} title={titles.cap}>
          {isRefusal(of.marketCap) ? <Missing why={of.marketCap.detail} /> : <Money {...of.marketCap} />}
        </Row>
        <Row name={rows.multiple} title={titles.multiple}>
          <Multiple priceToSales={of.priceToSales} />
        </Row>
      </dl>
    </Panel>
  )
}

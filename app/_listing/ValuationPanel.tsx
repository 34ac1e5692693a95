import { Fragment, type ReactNode } from 'react'
import { Badge } from '@/app/_ui/Badge'
import { Change } from '@/app/_ui/Change'
import { formatNumber } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { listingTexts } from '@/app/_ui/messages/listing'
import { Panel } from '@/app/_ui/Panel'
import { isRefusal } from '@/lib/analytics/refusal'
import type { LatestValuation } from '@/lib/api/valuation/view'
import { Fact, Facts } from './Facts'
import { useValuationSources } from './useValuationSources'

type Valuation = LatestValuation['valuation']
type Reason = { readonly refused: string; readonly detail: string }

const useValuationTexts = () => useTexts(listingTexts).valuation

/** A quiet remark behind a figure, or the reason in place of one. */
const Small = ({ children }: { children: ReactNode }) => <span className="text-faint text-small">{children}</span>

/** What stands where a figure cannot be had. */
function Missing({ why: { refused, detail } }: { why: Reason }) {
  const texts = useValuationTexts()
  return (
    <>
      {texts.none} <Small>{texts.reason(refused, detail)}</Small>
    </>
  )
}

function Money({ value, currency }: { value: string; currency: string }) {
  const { compact } = useFormat()
  return (
    <>
      {compact(Number(value))} <Small>{currency}</Small>
    </>
  )
}

/** Trailing revenue in its own currency, then in dollars and yuan. */
function Trailing({ of: { trailing, trailingIn } }: { of: Valuation }) {
  const texts = useValuationTexts()
  if (isRefusal(trailing)) return <Missing why={trailing} />
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
              {texts.reason(amount.refused, amount.detail)}
            </span>
          ),
      )}
    </>
  )
}

function GrowthFigure({ newest, answer }: { newest: Valuation['newest']; answer: Valuation['yearOnYear'] }) {
  const texts = useValuationTexts()
  if (isRefusal(answer)) return <Missing why={answer} />
  return (
    <>
      <Change fraction={Number(answer.value)} digits={1} />{' '}
      <Small>{texts.growth(newest?.label ?? '', answer.base)}</Small>
    </>
  )
}

function Shares({ shares }: Pick<Valuation, 'shares'>) {
  const [texts, { day, compact }] = [useValuationTexts(), useFormat()]
  if (isRefusal(shares)) return <Missing why={shares} />
  return (
    <>
      {compact(Number(shares.shares))} <Small>{texts.stated(day(shares.count.asOf), shares.splits.length > 0)}</Small>
    </>
  )
}

function Multiple({ priceToSales }: Pick<Valuation, 'priceToSales'>) {
  const texts = useValuationTexts()
  if (!isRefusal(priceToSales))
    return <span className="font-semibold">{formatNumber(Number(priceToSales.value), 1)}</span>
  return (
    <>
      <Badge tone="plain">{texts.noMultiple}</Badge>{' '}
      <Small>{texts.reason(priceToSales.refused, priceToSales.detail)}</Small>
    </>
  )
}

/** What the market paid at the last settled close for the sales known then, each figure with its source on hover, and every session as a file. */
export function ValuationPanel({ latest, url }: { latest: LatestValuation; url: string }) {
  const { valuation: of } = latest
  const [texts, { day }, titles] = [useValuationTexts(), useFormat(), useValuationSources(latest)]
  const { rows } = texts
  return (
    <Panel
      title={texts.title}
      note={texts.note(day(of.session))}
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
      <Facts>
        <Fact name={rows.trailing} title={titles?.revenue}>
          <Trailing of={of} />
        </Fact>
        <Fact name={rows.year} title={titles?.growth}>
          <GrowthFigure newest={of.newest} answer={of.yearOnYear} />
        </Fact>
        <Fact name={rows.quarter} title={titles?.growth}>
          <GrowthFigure newest={of.newest} answer={of.quarterOnQuarter} />
        </Fact>
        <Fact name={rows.shares} title={titles?.shares}>
          <Shares shares={of.shares} />
        </Fact>
        <Fact name={rows.cap} title={titles?.cap}>
          {isRefusal(of.marketCap) ? <Missing why={of.marketCap} /> : <Money {...of.marketCap} />}
        </Fact>
        <Fact name={rows.multiple} title={titles?.multiple}>
          <Multiple priceToSales={of.priceToSales} />
        </Fact>
      </Facts>
    </Panel>
  )
}

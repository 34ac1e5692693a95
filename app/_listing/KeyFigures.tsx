import type { ReactNode } from 'react'
import type { ListingData } from '@/app/_data/listing'
import { Badge } from '@/app/_ui/Badge'
import { Change } from '@/app/_ui/Change'
import { formatChange, formatNumber, formatPrice, none } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { listingTexts } from '@/app/_ui/messages/listing'
import { Panel } from '@/app/_ui/Panel'
import { useSource } from '@/app/_ui/source'
import { isRefusal } from '@/lib/analytics/refusal'
import { Fact, Facts } from './Facts'
import { changeOver, lastOf, yearRange } from './keyFigures'
import { useValuationSources } from './useValuationSources'

const spans = [
  ['1m', 1],
  ['3m', 3],
  ['1y', 12],
] as const

/** Trailing revenue and price to sales, or why there is none; nothing for an index. */
function Valued({ valuation }: Pick<ListingData, 'valuation'>): ReactNode {
  const [{ key, valuation: words }, { compact }, titles] = [
    useTexts(listingTexts),
    useFormat(),
    useValuationSources(valuation),
  ]
  if (!valuation) return null
  const { trailing, priceToSales } = valuation.valuation
  return (
    <>
      <Fact name={key.revenue} title={titles?.revenue}>
        {isRefusal(trailing) ? (
          <span title={words.reason(trailing.refused, trailing.detail)}>{none}</span>
        ) : (
          <>
            {compact(Number(trailing.value))} <span className="text-faint text-small">{trailing.currency}</span>
          </>
        )}
      </Fact>
      <Fact name={key.multiple} title={titles?.multiple}>
        {isRefusal(priceToSales) ? (
          <Badge tone="plain" title={words.reason(priceToSales.refused, priceToSales.detail)}>
            {words.noMultiple}
          </Badge>
        ) : (
          formatNumber(Number(priceToSales.value), 1)
        )}
      </Fact>
    </>
  )
}

/** The numbers a reader comes for, each with its window, source and as-of on hover; all follow from the indicators' CSV and the valuation's. */
export function KeyFigures({ data }: { data: ListingData }) {
  const [{ key, adjust }, { day }, source, say] = [useTexts(listingTexts), useFormat(), useSource(), useStored()]
  const { indicators, listing } = data
  const { meta } = indicators
  const from = source.title({ ...listing.series, lastSession: listing.series.lastSettledSession })
  const title = (...parts: string[]) => [...parts, key.basis(adjust.unit[data.basis]), from].join(' · ')
  const [drawdown, volatility, beta, correlation] = [
    lastOf(indicators.session, indicators.drawdown),
    lastOf(indicators.session, indicators.volatility),
    lastOf(indicators.session, indicators.beta),
    lastOf(indicators.session, indicators.correlation),
  ]
  const year = yearRange(indicators)
  const [benchmark, against] = [meta.benchmark, meta.against].map(({ name, nameZh }) => say(name ?? '', nameZh))
  const window = key.window(meta.window)
  return (
    <Panel title={key.title}>
      <Facts figures>
        {year && (
          <Fact name={key.year} title={title()}>
            {formatPrice(year.low)}–{formatPrice(year.high)}
          </Fact>
        )}
        {spans.map(([span, months]) => {
          const found = changeOver(indicators, months)
          return (
            found && (
              <Fact key={span} name={key.changes[span]} title={title(key.change(day(found.from), day(found.to)))}>
                <Change fraction={found.change} digits={1} />
              </Fact>
            )
          )
        })}
        <Fact name={key.drawdown} title={title()}>
          {formatChange(drawdown?.value, 1)}
        </Fact>
        {meta.deepest && (
          <Fact name={key.deepest} title={title(key.fell(day(meta.deepest.peak), day(meta.deepest.trough)))}>
            {formatChange(meta.deepest.depth, 1)}
          </Fact>
        )}
        <Fact name={key.volatility} title={title(window)}>
          {volatility ? formatChange(volatility.value, 1).replace('+', '') : none}
        </Fact>
        {meta.benchmark.refused === null && beta && (
          <Fact name={key.beta(benchmark ?? '')} title={title(window)}>
            {formatNumber(beta.value)}
          </Fact>
        )}
        {meta.against.refused === null && correlation && (
          <Fact name={key.correlation(against ?? '')} title={title(window)}>
            {formatNumber(correlation.value)}
          </Fact>
        )}
        <Valued valuation={data.valuation} />
      </Facts>
    </Panel>
  )
}

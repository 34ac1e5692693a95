import type { ListingData } from '@/app/_data/listing'
import { windows } from '@/app/_data/listingQuery'
import { formatNumber } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { KeptParameters } from '@/app/_ui/KeptParameters'
import { indicatorTexts } from '@/app/_ui/messages/indicators'
import { listingTexts } from '@/app/_ui/messages/listing'
import { Segmented } from '@/app/_ui/Segmented'
import { useSource } from '@/app/_ui/source'
import { hrefWith, listingHref, type Query } from '@/app/_ui/url'
import { usualWindow } from '@/lib/api/indicators/parameters'
import type { IndicatorPartner } from '@/lib/api/indicators/view'
import { IndicatorPanel, percentText, ratioText, shareText } from './IndicatorPanel'

interface IndicatorsProps {
  readonly data: ListingData
  readonly query: Query
  /** First session to show, null for all. */
  readonly from: string | null
}

/** The window and the other side, as links and a form, and all figures as files. */
function Controls({ data, query }: Pick<IndicatorsProps, 'data' | 'query'>) {
  const [texts, { set }, say] = [useTexts(indicatorTexts), useTexts(listingTexts), useStored()]
  const { window, others, indicators, indicatorsUrl, listing } = data
  const path = listingHref(listing.symbol)
  const offered = [...new Set<number>([...windows, window])].sort((a, b) => a - b)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <h2 className="font-semibold text-lead tracking-tight">{texts.title}</h2>
      <Segmented
        label={texts.windowLabel}
        choices={offered.map((one) => ({
          href: `${hrefWith(path, query, { window: one === usualWindow ? null : String(one) })}#indicators`,
          text: texts.window(one),
          active: one === window,
        }))}
      />
      <form action={`${path}#indicators`} className="no-print flex items-center gap-1.5 text-small">
        <KeptParameters query={query} except="against" />
        <label className="flex items-center gap-1.5 text-faint">
          {texts.againstLabel}
          <select
            name="against"
            key={indicators.meta.against.symbol}
            defaultValue={indicators.meta.against.symbol ?? ''}
            className="h-[26px] max-w-40 rounded-md border border-line bg-panel px-1.5 text-soft"
          >
            {indicators.meta.against.symbol === null && <option value="">–</option>}
            {others.map(({ symbol, name, nameZh }) => (
              <option key={symbol} value={symbol}>
                {say(name, nameZh)}
              </option>
            ))}
          </select>
        </label>
        <button
          type="submit"
          className="h-[26px] cursor-pointer rounded-md border border-line px-2 text-soft hover:bg-well hover:text-ink"
        >
          {set}
        </button>
      </form>
      <p className="ml-auto flex gap-3 text-small">
        <a className="link" href={`${indicatorsUrl}&format=csv`}>
          {texts.csv}
        </a>
        <a className="link" href={indicatorsUrl}>
          {texts.json}
        </a>
      </p>
    </div>
  )
}

function useRefusal(window: number) {
  const { refused } = useTexts(indicatorTexts)
  return ({ refused: code }: IndicatorPartner): string | null =>
    code === null ? null : code === 'no-benchmark' ? refused['no-benchmark'] : refused['too-few-sessions'](window + 1)
}

/** Drawdown, realised volatility, beta and correlation over the range of the page. */
export function Indicators({ data, query, from }: IndicatorsProps) {
  const [texts, { adjust }, { day }, say, source] = [
    useTexts(indicatorTexts),
    useTexts(listingTexts),
    useFormat(),
    useStored(),
    useSource(),
  ]
  const { indicators, window, listing } = data
  const refusal = useRefusal(window)
  const { meta, session: sessions } = indicators
  const shared = { sessions, from, source: source.title({ ...listing.series, lastSession: sessions.at(-1) ?? null }) }
  const rule = ({ sessions: by, currency }: IndicatorPartner) =>
    by === null ? undefined : [texts.rules[by], currency === meta.currency ? '' : texts.ownCurrency].join(' ').trim()
  const basis = adjust.unit[data.basis]
  const against = (note: (name: string, window: number) => string, { name, nameZh }: IndicatorPartner) =>
    name === null ? undefined : `${note(say(name, nameZh), window)} · ${basis}`
  return (
    <section id="indicators" aria-label={texts.title} className="space-y-4">
      <Controls {...{ data, query }} />
      {data.adjust === 'raw' && <p className="text-small text-soft">{texts.rawNote}</p>}
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
        <IndicatorPanel
          {...shared}
          title={texts.drawdown.title}
          note={`${texts.drawdown.note(day(sessions[0]))} · ${basis}`}
          values={indicators.drawdown}
          format={percentText}
          tick={(value) => `${formatNumber(value * 100, 0)}%`}
          area
          tone="down"
          foot={
            meta.deepest
              ? texts.drawdown.foot(percentText(meta.deepest.depth), day(meta.deepest.peak), day(meta.deepest.trough))
              : texts.drawdown.never
          }
        />
        <IndicatorPanel
          {...shared}
          title={texts.volatility.title}
          note={`${texts.volatility.note(window)} · ${basis}`}
          values={indicators.volatility}
          format={shareText}
          tick={(value) => `${formatNumber(value * 100, 0)}%`}
          foot={shared.source}
        />
        <IndicatorPanel
          {...shared}
          title={texts.beta.title}
          note={against(texts.beta.note, meta.benchmark)}
          values={indicators.beta}
          format={ratioText}
          tick={(value) => formatNumber(value, 1)}
          reference={1}
          refused={refusal(meta.benchmark)}
          foot={rule(meta.benchmark)}
        />
        <IndicatorPanel
          {...shared}
          title={texts.correlation.title}
          note={against(texts.correlation.note, meta.against)}
          values={indicators.correlation}
          format={ratioText}
          tick={(value) => formatNumber(value, 1)}
          bounds={[-0.5, 1]}
          refused={refusal(meta.against)}
          foot={rule(meta.against)}
        />
      </div>
    </section>
  )
}

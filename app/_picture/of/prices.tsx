import { type ChartData, type ChartLine, lineColours } from '@/app/_ui/chart/model'
import { entriesOf } from '@/app/_ui/events/entries'
import { formatNumber } from '@/app/_ui/format/number'
import { formats } from '@/app/_ui/format/useFormat'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { pictureTexts } from '@/app/_ui/messages/picture'
import type { BarsView } from '@/lib/api/bars/view'
import type { CompareView } from '@/lib/api/compare/view'
import type { EventView } from '@/lib/api/events/view'
import type { Language } from '@/lib/api/language'
import { ChartBody } from '../ChartBody'
import type { Picture } from '../Frame'
import type { Look } from '../look'
import { footText, sourceName } from './foot'

const marksOf = (events: readonly EventView[], language: Language) =>
  entriesOf(events, language).map(({ number, markDate, title }) => ({ number, date: markDate, title }))

/** The legend: name, last value and its session, in the colour of each line. */
function Legend({ lines, look: { colours, px, language } }: { lines: readonly ChartLine[]; look: Look }) {
  return (
    <div style={{ display: 'flex' }}>
      {lines.map((line) => (
        <div key={line.id} style={{ display: 'flex', alignItems: 'center', marginRight: px(28) }}>
          <div style={{ width: px(26), height: px(5), borderRadius: px(3), background: colours[line.colour] }} />
          <div style={{ marginLeft: px(10), fontWeight: 600, color: colours[line.colour] }}>{line.name}</div>
          <div style={{ marginLeft: px(10), fontWeight: 600, color: colours.ink }}>
            {formatNumber(line.value.at(-1), 1)}
          </div>
          <div style={{ marginLeft: px(8), color: colours.faint }}>{formats[language].day(line.session.at(-1))}</div>
        </div>
      ))}
    </div>
  )
}

interface LinesInput {
  readonly compare: CompareView
  readonly scale: 'log' | 'linear'
  readonly events: readonly EventView[]
  /** Names of the listings by symbol, as the page has them. */
  readonly names: Readonly<Record<string, string>>
  readonly title: string
  /** First date to show, null for all. */
  readonly from: string | null
  /** The moment the view looks from, ISO. */
  readonly asOf: string
}

/** The base of a comparison in words. */
function baseText({ base }: CompareView, title: string | null, language: Language): string {
  const texts = pictureTexts[language]
  return texts.base(title === null ? texts.closeOf(formats[language].day(base.date)) : texts.closeBefore(title))
}

/** Rebased lines with their events. */
export function linesPicture(input: LinesInput, look: Look): Picture {
  const { compare, scale, events, names, title, from, asOf } = input
  const { language } = look
  const texts = pictureTexts[language]
  const lines = compare.series.flatMap(({ symbol, name, session, value }, i): ChartLine[] =>
    session.length === 0
      ? []
      : [
          {
            id: symbol,
            name: names[symbol] ?? name,
            colour: lineColours[i % lineColours.length] ?? 'nvidia',
            session,
            value,
          },
        ],
  )
  const event = events.find(({ slug }) => slug === compare.base.event)
  const eventTitle = compare.base.title && inLanguage(language, compare.base.title, event?.titleZh)
  const { currency } = compare.meta
  const data: ChartData = { lines, scale, from, base: compare.base.date, marks: marksOf(events, language) }
  return {
    title,
    notes: [
      [
        baseText(compare, eventTitle, language),
        currency === 'local' ? texts.ownCurrencies : texts.inCurrency(currency),
        scale === 'log' ? texts.log : texts.linear,
      ].join(' · '),
      <Legend key="legend" lines={lines} look={look} />,
    ],
    foot: footText(
      compare.series.map(({ source }) => sourceName(source?.feed, language)),
      asOf,
      language,
    ),
    body: (room) => <ChartBody {...{ data, room, look }} />,
  }
}

// More of them and a candle is thinner than a pixel or two.
const mostCandles = 260

interface BarsInput {
  readonly bars: BarsView
  /** The listing in the language of the picture. */
  readonly name: string
  readonly side: 'cambricon' | 'nvidia'
  readonly from: string | null
  readonly scale: 'log' | 'linear'
  readonly style?: 'candles' | 'line'
  readonly events: readonly EventView[]
  readonly asOf: string
}

/** The bars of a listing: candles where there is room for them, else the line of closes; volume below. */
export function barsPicture({ bars, name, side, from, scale, style, events, asOf }: BarsInput, look: Look): Picture {
  const { language } = look
  const texts = pictureTexts[language]
  const { meta, ...columns } = bars
  const shown = from === null ? columns.session.length : columns.session.filter((session) => session >= from).length
  const chosen = style ?? (shown > mostCandles ? 'line' : 'candles')
  const drawn = { ...columns, name, unit: meta.currency, colour: side, style: chosen }
  const data: ChartData = { lines: [], bars: drawn, scale, from, marks: marksOf(events, language) }
  const { day } = formats[language]
  const last = columns.session.at(-1)
  return {
    title: `${name} (${meta.symbol})`,
    notes: [
      `${meta.currency} · ${texts.adjust[meta.adjustment]} · ${scale === 'log' ? texts.log : texts.linear}`,
      last === undefined ? '' : `${texts.closeOf(day(last))}: ${formatNumber(columns.close.at(-1))} ${meta.currency}`,
    ],
    foot: footText(
      meta.sources.map(({ feed }) => sourceName(feed, language)),
      asOf,
      language,
    ),
    body: (room) => <ChartBody {...{ data, room, look }} />,
  }
}

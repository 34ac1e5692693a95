import type { ChartData, ChartLine, LineColour } from '@/app/_ui/chart/model'
import { entriesOf } from '@/app/_ui/events/entries'
import { formatNumber, formatPrice } from '@/app/_ui/format/number'
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

/** A price chart alone, with its words: what a picture draws and an embedded page shows. */
export interface PriceView {
  readonly title: string
  /** Base, unit and scale. */
  readonly note: string
  readonly data: ChartData
  /** Source and as-of. */
  readonly foot: string
}

const marksOf = (events: readonly EventView[], language: Language, shown?: ReadonlySet<string>) =>
  entriesOf(events, language)
    .filter(({ slug }) => shown?.has(slug) ?? true)
    .map(({ number, markDate: date, markEnd: end, title }) => ({ number, date, end, title }))

interface LinesInput {
  readonly title: string
  readonly base: CompareView['base']
  readonly meta: Pick<CompareView['meta'], 'currency' | 'adjustment'>
  /** Ids of the feeds of the lines. */
  readonly feeds: readonly (string | undefined)[]
  readonly lines: readonly ChartLine[]
  readonly scale: 'log' | 'linear'
  /** All that are numbered, and the slugs of those that are marked; all when absent. */
  readonly events: readonly EventView[]
  readonly shown?: ReadonlySet<string>
  /** First date to show, null for all. */
  readonly from: string | null
  /** The moment the view looks from, ISO. */
  readonly asOf: string
}

/** Rebased lines with their events. */
export function linesView(input: LinesInput, language: Language): PriceView {
  const { title, base, meta, feeds, lines, scale, events, shown, from, asOf } = input
  const [texts, { day }] = [pictureTexts[language], formats[language]]
  const baseText =
    base.title === null
      ? texts.closeOf(day(base.date))
      : texts.closeBefore(inLanguage(language, base.title, base.titleZh))
  return {
    title,
    note: [
      texts.base(baseText),
      meta.currency === 'local' ? texts.ownCurrencies : texts.inCurrency(meta.currency),
      texts.adjust[meta.adjustment],
      scale === 'log' ? texts.log : texts.linear,
    ].join(' · '),
    data: { lines, scale, from, base: base.date, marks: marksOf(events, language, shown) },
    foot: footText(
      feeds.map((feed) => sourceName(feed, language)),
      asOf,
      language,
    ),
  }
}

interface BarsInput {
  readonly bars: BarsView
  /** The listing in the language of the picture. */
  readonly name: string
  readonly colour: LineColour
  readonly from: string | null
  readonly scale: 'log' | 'linear'
  readonly style: 'candles' | 'line'
  readonly events: readonly EventView[]
  readonly asOf: string
}

/** The bars of a listing with their volume. */
export function barsPriceView(
  { bars, name, colour, from, scale, style, events, asOf }: BarsInput,
  language: Language,
): PriceView {
  const texts = pictureTexts[language]
  const { meta, ...columns } = bars
  return {
    title: `${name} (${meta.symbol})`,
    note: [meta.currency, texts.adjust[meta.adjustment], scale === 'log' ? texts.log : texts.linear].join(' · '),
    data: {
      ...{ lines: [], scale, from, marks: marksOf(events, language) },
      bars: { ...columns, name, unit: meta.currency, colour, style },
    },
    foot: footText(
      meta.sources.map(({ feed }) => sourceName(feed, language)),
      asOf,
      language,
    ),
  }
}

type LegendLine = Pick<ChartLine, 'id' | 'name' | 'colour' | 'unit' | 'session' | 'value'>

// More of them do not fit beside each other.
const inARow = 3

/** One row of the legend: name, last value and its session, in the colour of each line. */
function LegendRow({ lines, look: { colours, px, language } }: { lines: readonly LegendLine[]; look: Look }) {
  const { day } = formats[language]
  return (
    <div style={{ display: 'flex' }}>
      {lines.map(({ id, name, colour, session, value, unit }) => (
        <div key={id} style={{ display: 'flex', alignItems: 'center', marginRight: px(28) }}>
          <div style={{ width: px(26), height: px(5), borderRadius: px(3), background: colours[colour] }} />
          <div style={{ marginLeft: px(10), fontWeight: 600, color: colours[colour] }}>{name}</div>
          <div style={{ marginLeft: px(10), fontWeight: 600, color: colours.ink }}>
            {unit === undefined ? formatNumber(value.at(-1), 1) : `${formatPrice(value.at(-1))} ${unit}`}
          </div>
          <div style={{ marginLeft: px(8), color: colours.faint }}>{day(session.at(-1))}</div>
        </div>
      ))}
    </div>
  )
}

/** A price chart as a picture. */
export function pricePicture({ title, note, data, foot }: PriceView, look: Look): Picture {
  const lines: readonly LegendLine[] = data.bars ? [{ ...data.bars, id: 'close', value: data.bars.close }] : data.lines
  const rows = Array.from({ length: Math.ceil(lines.length / inARow) }, (_, row) =>
    lines.slice(row * inARow, (row + 1) * inARow),
  )
  return {
    ...{ title, foot },
    notes: [note, ...rows.map((row) => <LegendRow key={row[0]?.id} lines={row} look={look} />)],
    body: (room) => <ChartBody {...{ data, room, look }} />,
  }
}

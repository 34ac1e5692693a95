import { adjustments, currencies, scales } from '@/app/_data/compareQuery'
import { chartRanges } from '@/app/_ui/chart/range'
import { useTexts } from '@/app/_ui/i18n/texts'
import { compareTexts } from '@/app/_ui/messages/compare'
import { Segmented } from '@/app/_ui/Segmented'
import { hrefWith, type Query } from '@/app/_ui/url'

interface ChoiceProps<Word extends string> {
  readonly query: Query
  readonly name: string
  readonly words: readonly Word[]
  readonly chosen: Word
  readonly absent: Word
  readonly texts: {
    readonly label: string
    readonly names: Readonly<Record<Word, string>>
    readonly titles?: Readonly<Record<Word, string>>
  }
}

/** One parameter of a few words: links that change it and keep the rest; the default stands in no URL. */
function Choice<Word extends string>({ query, name, words, chosen, absent, texts }: ChoiceProps<Word>) {
  return (
    <Segmented
      label={texts.label}
      choices={words.map((word) => ({
        href: hrefWith('/compare', query, { [name]: word === absent ? null : word }),
        text: texts.names[word],
        title: texts.titles?.[word],
        active: word === chosen,
      }))}
    />
  )
}

interface Chosen {
  readonly query: Query
  readonly currency: (typeof currencies)[number]
  readonly adjust: (typeof adjustments)[number]
  readonly scale: (typeof scales)[number]
  readonly range: (typeof chartRanges)[number]
}

/** Currency, adjustment, scale and range. */
export function Choices({ query, currency, adjust, scale, range }: Chosen) {
  const texts = useTexts(compareTexts)
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Choice {...{ query }} name="range" words={chartRanges} chosen={range} absent="all" texts={texts.range} />
      <Choice {...{ query }} name="scale" words={scales} chosen={scale} absent="log" texts={texts.scale} />
      <Choice {...{ query }} name="adjust" words={adjustments} chosen={adjust} absent="split" texts={texts.adjust} />
      <Choice
        {...{ query }}
        name="currency"
        words={currencies}
        chosen={currency}
        absent="local"
        texts={texts.currency}
      />
    </div>
  )
}

import { formatNumber, formatShare } from '@/app/_ui/format/number'
import { useTexts } from '@/app/_ui/i18n/texts'
import { studyTexts } from '@/app/_ui/messages/study'
import { Panel } from '@/app/_ui/Panel'
import { TableHead } from '@/app/_ui/TableHead'
import type { StudyView } from '@/lib/api/study/schema'
import { type Bin, symmetricBins } from './bins'
import { Numbers } from './Numbers'
import { PlaceboChart, PlaceboLegend } from './PlaceboChart'
import { useStudyWords } from './words'

const mostBins = 40

function PlaceboNumbers({ bins, source }: { bins: readonly Bin[]; source: string }) {
  const { title, head } = useTexts(studyTexts).placebo
  return (
    <Numbers label={title}>
      <table className="figures" data-testid="placebo-numbers">
        <TableHead columns={[head.from, head.to, head.count, head.asFar].map((name) => ({ name }))} />
        <tbody>
          {bins.map(({ from, to, count, asFar }) => (
            <tr key={from} title={source}>
              <td>{formatNumber(from)}</td>
              <td>{formatNumber(to)}</td>
              <td>{formatNumber(count, 0)}</td>
              <td>{formatNumber(asFar, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Numbers>
  )
}

/** How the event's move stands among those of days without one. */
export function PlaceboPanel({ view, source }: { view: StudyView; source: string }) {
  const [texts, words] = [useTexts(studyTexts).placebo, useStudyWords()]
  const { placebo, headline } = view
  const { t, refusal } = headline.test
  if (placebo === null || t === null || placebo.t.length === 0) {
    return (
      <Panel title={texts.title} note={texts.note} foot={source}>
        <p className="px-4 pb-4 text-soft">
          {texts.none} {refusal && words.refusal(refusal)}
        </p>
      </Panel>
    )
  }
  const bins = symmetricBins(placebo.t, t, mostBins)
  const { days, asFar, effective, floor, p } = placebo
  const sentence = texts.words({ asFar, days, t: formatNumber(Math.abs(t)), p: formatShare(p) })
  return (
    <Panel title={texts.title} note={texts.note} foot={source}>
      <div className="space-y-3 px-4 pb-3">
        <PlaceboLegend />
        <PlaceboChart {...{ bins, t }} label={texts.label(sentence)} />
        <p className="text-soft" data-testid="placebo">
          {sentence} {texts.floor({ effective, floor: formatShare(floor) })}
        </p>
      </div>
      <PlaceboNumbers {...{ bins, source }} />
    </Panel>
  )
}

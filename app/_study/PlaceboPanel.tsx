import { formatNumber, formatShare } from '@/app/_ui/format/number'
import { study } from '@/app/_ui/messages/study'
import { Panel } from '@/app/_ui/Panel'
import type { StudyView } from '@/lib/api/study/schema'
import { type Bin, symmetricBins } from './bins'
import { Numbers } from './Numbers'
import { PlaceboChart, PlaceboLegend } from './PlaceboChart'
import { refusalText } from './words'

const texts = study.placebo
const mostBins = 40

function PlaceboNumbers({ bins, source }: { bins: readonly Bin[]; source: string }) {
  const { head } = texts
  return (
    <Numbers label={texts.title}>
      <table className="figures" data-testid="placebo-numbers">
        <thead>
          <tr>
            {[head.from, head.to, head.count, head.asFar].map((text) => (
              <th scope="col" key={text}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
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
  const { placebo, headline } = view
  const { t, refusal } = headline.test
  if (placebo === null || t === null || placebo.t.length === 0) {
    return (
      <Panel title={texts.title} note={texts.note} foot={source}>
        <p className="px-4 pb-4 text-soft">
          {texts.none} {refusal && refusalText(refusal)}
        </p>
      </Panel>
    )
  }
  const bins = symmetricBins(placebo.t, t, mostBins)
  const { days, asFar, effective, floor, p } = placebo
  const words = texts.words({ asFar, days, t: formatNumber(Math.abs(t)), p: formatShare(p) })
  return (
    <Panel title={texts.title} note={texts.note} foot={source}>
      <div className="space-y-3 px-4 pb-3">
        <PlaceboLegend />
        <PlaceboChart {...{ bins, t }} label={texts.label(words)} />
        <p className="text-soft" data-testid="placebo">
          {words} {texts.floor({ effective, floor: formatShare(floor) })}
        </p>
      </div>
      <PlaceboNumbers {...{ bins, source }} />
    </Panel>
  )
}

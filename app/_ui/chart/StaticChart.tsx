import { useTexts } from '../i18n/texts'
import { chartTexts } from '../messages/chart'
import { frameOf } from './frame'
import type { ChartData } from './model'
import { Axes, Drawing, EndLabels } from './Picture'
import { PillLane } from './Pills'
import { Milestones, Things } from './Things'

/** A chart that is complete without script: drawn by the server, in any width. `PriceChart` begins as exactly this. */
export function StaticChart({ className = '', label, ...data }: ChartData & { className?: string; label: string }) {
  const texts = useTexts(chartTexts)
  const frame = frameOf(data)
  const { marks = [], milestones = [] } = data
  if (frame.past === 0) return <p className="px-4 py-16 text-center text-soft">{texts.none}</p>
  return (
    <section aria-label={label} className={`chart-box ${className}`}>
      <div className="chart-plot">
        <Axes frame={frame} data={data} />
        <Things frame={frame} data={data} active={[]} />
        <Drawing frame={frame} data={data} />
        <EndLabels frame={frame} data={data} />
        {(['wide', 'narrow'] as const).map((which) => (
          <PillLane key={which} {...{ frame, which, marks }} active={[]} />
        ))}
        <Milestones frame={frame} milestones={milestones} />
      </div>
    </section>
  )
}

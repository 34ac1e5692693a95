import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { commonTexts } from '@/app/_ui/messages/common'
import { dataTexts } from '@/app/_ui/messages/data'
import type { PriceSeriesView, SessionState } from '@/lib/api/series/view'
import { trackerRuns } from './trackerRuns'

const [step, width, height] = [3, 2, 16]

interface Look {
  readonly className: string
  readonly top: number
  readonly height: number
}

const missing = (className: string): Look => ({ className, top: 12, height: 4 })

/** States differ in height as well as in colour. */
const looks: Readonly<Record<SessionState, Look>> = {
  stored: { className: 'fill-good', top: 0, height },
  revised: { className: 'fill-nvidia', top: 0, height },
  unsettled: { className: 'fill-faint', top: 8, height: 8 },
  open: { className: 'fill-warn', top: 6, height: 4 },
  halt: missing('fill-soft'),
  'not-listed': missing('fill-line-strong'),
  'feed-gap': missing('fill-bad'),
}

function marks(start: number, count: number, { top, height: tall }: Look): string {
  return Array.from({ length: count }, (_, i) => `M${(start + i) * step} ${top}h${width}v${tall}h-${width}z`).join('')
}

/** A mark for each of the last sessions of a listing: stored, changed later, not settled, or missing and why. */
export function Tracker({ recent }: { recent: PriceSeriesView['recent'] }) {
  const [{ tracker }, { listSeparator }, { span }] = [useTexts(dataTexts), useTexts(commonTexts), useFormat()]
  const runs = trackerRuns(recent)
  const length = recent.session.length
  const counts = (Object.keys(looks) as SessionState[])
    .map((state) => ({ state, count: recent.state.filter((one) => one === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => tracker.count(count, tracker.states[state]))
  return (
    <svg
      role="img"
      aria-label={tracker.label(counts.join(listSeparator))}
      viewBox={`0 0 ${Math.max(1, length) * step} ${height}`}
      width={length * step}
      height={height}
      className="block"
    >
      {runs.map(({ state, start, count, first, last }) => (
        <path key={start} d={marks(start, count, looks[state])} className={looks[state].className}>
          <title>{tracker.run(span(first, last), count, tracker.states[state])}</title>
        </path>
      ))}
    </svg>
  )
}

/** What the marks of the trackers mean, as far as they occur. */
export function TrackerLegend({ states }: { states: ReadonlySet<SessionState> }) {
  const { tracker } = useTexts(dataTexts)
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {(Object.keys(looks) as SessionState[])
        .filter((state) => states.has(state))
        .map((state) => (
          <li key={state} className="flex items-center gap-1.5">
            <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
              <path d={marks(0, 1, looks[state])} className={looks[state].className} />
            </svg>
            {tracker.states[state]}
          </li>
        ))}
    </ul>
  )
}

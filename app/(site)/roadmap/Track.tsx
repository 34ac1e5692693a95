import type { RoadmapItem } from '@/app/_data/roadmap'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { roadmapTexts } from '@/app/_ui/messages/roadmap'
import { type Axis, placed, placeOf, type Stretch } from './axis'

const percent = (share: number) => `${Number((100 * share).toFixed(3))}%`
const across = ({ left, width }: Stretch) => ({ left: percent(left), width: percent(width) })

/** Hatched, so that it reads without its colour. */
export const overrun = 'bg-[repeating-linear-gradient(135deg,var(--color-warn)_0_3px,var(--color-warn-ground)_3px_6px)]'

const fills: Readonly<Record<RoadmapItem['state'], string>> = {
  promised: 'bg-line-strong',
  due: 'bg-good',
  late: 'bg-line-strong',
  shipped: 'bg-good',
  unscheduled: '',
}

/** The lines that run through every row: quarters, and years a little stronger. */
function Lines({ axis }: { axis: Axis }) {
  return (
    <>
      {axis.quarters.map((at) => (
        <span
          key={at}
          className={`absolute inset-y-0 border-l ${axis.years.some(({ left }) => left === at) ? 'border-line-strong' : 'border-line'}`}
          style={{ left: percent(at) }}
        />
      ))}
    </>
  )
}

/** A milestone on the axis: its window, what runs past it, the day it was announced and the day it shipped. Everything in it is told in words beside it. */
export function Track({ item, axis, today }: { item: RoadmapItem; axis: Axis; today: string }) {
  const [{ chart }, say, { day, window }] = [useTexts(roadmapTexts), useStored(), useFormat()]
  const at = placed(item, axis, today)
  return (
    <div aria-hidden="true" className="relative h-9 overflow-hidden md:h-auto md:min-h-11">
      <Lines axis={axis} />
      {item.announced && at.announced !== null && (
        <span
          className="absolute inset-y-0 border-faint border-l-2 border-dotted"
          style={{ left: percent(at.announced) }}
          title={chart.announced(day(item.announced.date), say(item.announced.title, item.announced.titleZh))}
        />
      )}
      {at.window && (
        <span
          className={`absolute top-1/2 h-3.5 -translate-y-1/2 rounded-[3px] ${fills[item.state]}`}
          style={across(at.window)}
          title={chart.mark(say(item.title, item.titleZh), window(item.promised))}
        />
      )}
      {at.overrun && (
        <span
          className={`absolute top-1/2 h-3.5 -translate-y-1/2 rounded-r-[3px] ${overrun}`}
          style={across(at.overrun)}
        />
      )}
      <span className="absolute inset-y-0 border-ink border-l-2" style={{ left: percent(placeOf(axis, today)) }} />
      {at.shipped !== null && (
        <span
          className="absolute top-1/2 size-2.5 -translate-x-1/2 -translate-y-1/2 rotate-45 border-2 border-panel bg-ink"
          style={{ left: percent(at.shipped) }}
          title={chart.shipped(day(item.shippedOn))}
        />
      )}
      {item.window === null && (
        <span className="-translate-y-1/2 absolute top-1/2 right-0 bg-panel px-1 text-faint text-small">
          {chart.unscheduled}
        </span>
      )}
    </div>
  )
}

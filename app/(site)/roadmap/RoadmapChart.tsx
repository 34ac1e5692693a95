import type { RoadmapItem } from '@/app/_data/roadmap'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { roadmapTexts } from '@/app/_ui/messages/roadmap'
import { type Axis, placeOf, roadmapAxis } from './axis'
import { Status } from './Status'
import { overrun, Track } from './Track'

const columns = 'md:grid md:grid-cols-[minmax(17rem,24rem)_1fr] md:gap-x-6'

function AxisHead({ axis, today, label }: { axis: Axis; today: string; label: string }) {
  const at = placeOf(axis, today)
  const shift = at < 0.1 ? '' : at > 0.9 ? '-translate-x-full' : '-translate-x-1/2'
  return (
    <div className={`${columns} px-4`} aria-hidden="true">
      <div />
      <div className="relative h-9 text-faint text-tiny">
        <span
          className={`absolute top-0 whitespace-nowrap font-semibold text-ink ${shift}`}
          style={{ left: `${100 * at}%` }}
        >
          {label}
        </span>
        {axis.years.map(({ year, left, width }) => (
          <span
            key={year}
            className="absolute bottom-0 overflow-hidden border-line-strong border-l pl-1"
            style={{ left: `${100 * left}%`, width: `${100 * width}%` }}
          >
            {year}
          </span>
        ))}
      </div>
    </div>
  )
}

function Row({ item, axis, today, past }: { item: RoadmapItem; axis: Axis; today: string; past: boolean }) {
  const [say, { window, day }, { chart }] = [useStored(), useFormat(), useTexts(roadmapTexts)]
  const evidence = say(item.evidence, item.evidenceZh)
  return (
    <li id={item.slug} className={`${columns} border-line border-t px-4 target:bg-well`} data-state={item.state}>
      <div className="min-w-0 py-2">
        <p className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
          <span className="font-medium">{say(item.title, item.titleZh)}</span>
          {item.promised !== null && <span className="text-soft">{window(item.promised)}</span>}
          <Status item={item} />
        </p>
        {item.shippedOn && <p className="text-small text-soft">{chart.shipped(day(item.shippedOn))}</p>}
        {!past && (
          <p className="text-faint text-small">
            {item.evidenceUrl ? (
              <a className="link" href={item.evidenceUrl} rel="noreferrer">
                {evidence}
              </a>
            ) : (
              evidence
            )}
          </p>
        )}
      </div>
      <Track item={item} axis={axis} today={today} />
    </li>
  )
}

function Legend({ items }: { items: readonly RoadmapItem[] }) {
  const {
    chart: { legend },
    states,
  } = useTexts(roadmapTexts)
  const has = (test: (item: RoadmapItem) => boolean) => items.some(test)
  const marks = [
    { text: legend.now, className: 'h-3 border-ink border-l-2', shown: true },
    {
      text: legend.announced,
      className: 'h-3 border-faint border-l-2 border-dotted',
      shown: has((i) => !!i.announced),
    },
    { text: legend.window, className: 'h-2.5 w-4 rounded-[2px] bg-line-strong', shown: has((i) => !!i.window) },
    { text: states.due, className: 'h-2.5 w-4 rounded-[2px] bg-good', shown: has((i) => i.state === 'due') },
    { text: legend.overrun, className: `h-2.5 w-4 rounded-[2px] ${overrun}`, shown: has((i) => i.daysLate !== null) },
    { text: legend.shipped, className: 'size-2 rotate-45 bg-ink', shown: has((i) => i.shippedOn !== null) },
  ]
  return (
    <ul
      className="flex flex-wrap gap-x-4 gap-y-1 border-line border-t px-4 py-2 text-faint text-small"
      aria-hidden="true"
    >
      {marks
        .filter(({ shown }) => shown)
        .map(({ text, className }) => (
          <li key={text} className="flex items-center gap-1.5">
            <span className={`inline-block ${className}`} />
            {text}
          </li>
        ))}
    </ul>
  )
}

/** Each promise as a window on one time axis, against the day looked from. `past` leaves out what is written as of the present. */
export function RoadmapChart(props: { items: readonly RoadmapItem[]; today: string; past: boolean }) {
  const { items, today, past } = props
  const [{ chart }, { day }] = [useTexts(roadmapTexts), useFormat()]
  const axis = roadmapAxis(items, today)
  return (
    <>
      <AxisHead axis={axis} today={today} label={past ? day(today) : chart.today} />
      <ul data-testid="roadmap">
        {items.map((item) => (
          <Row key={item.slug} item={item} axis={axis} today={today} past={past} />
        ))}
      </ul>
      <Legend items={items} />
    </>
  )
}

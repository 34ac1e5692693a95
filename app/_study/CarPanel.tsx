import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Side } from '@/app/_board/sides'
import { formatDay } from '@/app/_ui/format/date'
import { formatNumber } from '@/app/_ui/format/number'
import { study } from '@/app/_ui/messages/study'
import { Panel } from '@/app/_ui/Panel'
import type { StudyView } from '@/lib/api/study/schema'
import { CarChart } from './CarChart'
import { CarLegend } from './CarLegend'
import { CarNumbers } from './CarNumbers'
import { carPoints, sessionMarks } from './carFigure'
import { bandText, changeText, dayText, refusalText } from './words'

const texts = study.car

/** The marks of the chart in words. */
function MarkKey({ view }: { view: StudyView }) {
  const zero = view.input?.events[0]?.event.session[view.days.indexOf(0)]
  return (
    <ul className="space-y-0.5 text-small text-soft">
      {zero !== undefined && (
        <li>
          <b className="font-semibold text-ink">0</b> {texts.marks.zero(formatDay(zero))}
        </li>
      )}
      {view.priceLimits.map(({ session, direction, share }) => (
        <li key={session}>
          <b className="font-semibold text-ink">{texts.marks.limit}</b>{' '}
          {texts.marks[direction](formatDay(session), `${formatNumber(share * 100, 0)}%`)}
        </li>
      ))}
      {view.confounders.map(({ slug, title, relative }, i) => (
        <li key={slug}>
          <b className="font-semibold text-ink">{i + 1}</b>{' '}
          <Link href={`/events/${slug}`} prefetch={false} className="link">
            {title}
          </Link>{' '}
          ({dayText(relative)})
        </li>
      ))}
    </ul>
  )
}

interface CarPanelProps {
  readonly view: StudyView
  readonly side: Side
  readonly controls: ReactNode
  readonly source: string
}

/** The chart of the windows asked for, how to ask for others, and the numbers behind it. */
export function CarPanel({ view, side, controls, source }: CarPanelProps) {
  const { listing, benchmark, settings, days } = view
  const points = carPoints(view)
  const model = texts.against(
    study.controls.inText[settings.model],
    settings.model === 'mean-adjusted' ? null : (benchmark?.name ?? null),
  )
  const [first, last] = [dayText(days[0] ?? 0), dayText(days.at(-1) ?? 0)]
  const end = { lo: view.carLo.at(-1) ?? null, hi: view.carHi.at(-1) ?? null }
  return (
    <Panel title={texts.title(listing.name)} note={texts.note(first, model)} foot={source}>
      {points === null ? (
        <p className="px-4 pb-4 text-soft">
          {texts.none} {view.refusal && refusalText(view.refusal)}
        </p>
      ) : (
        <div className="space-y-3 px-4 pb-3">
          <CarLegend side={side} />
          <CarChart
            {...{ points, side }}
            marks={sessionMarks(view, texts.marks.limit)}
            label={texts.label({
              listing: listing.name,
              from: first,
              to: last,
              car: changeText(view.car.at(-1) ?? null, settings.returns),
              band: bandText(end, settings.returns),
            })}
          />
          <MarkKey view={view} />
        </div>
      )}
      {controls}
      <CarNumbers {...{ view, source }} />
    </Panel>
  )
}

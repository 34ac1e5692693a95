import Link from 'next/link'
import type { ReactNode } from 'react'
import { formatNumber } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { studyTexts } from '@/app/_ui/messages/study'
import { Panel } from '@/app/_ui/Panel'
import type { StudyView } from '@/lib/api/study/schema'
import { CarChart } from './CarChart'
import { CarLegend } from './CarLegend'
import { CarNumbers } from './CarNumbers'
import { carPoints, sessionMarks } from './carFigure'
import { colourOf } from './colours'
import { changeText, dayText, useStudyWords } from './words'

/** The marks of the chart in words. */
function MarkKey({ view }: { view: StudyView }) {
  const [{ marks }, say, { day }] = [useTexts(studyTexts).car, useStored(), useFormat()]
  const zero = view.input?.events[0]?.event.session[view.days.indexOf(0)]
  return (
    <ul className="space-y-0.5 text-small text-soft">
      {zero !== undefined && (
        <li>
          <b className="font-semibold text-ink">0</b> {marks.zero(day(zero))}
        </li>
      )}
      {view.priceLimits.map(({ session, direction, share }) => (
        <li key={session}>
          <b className="font-semibold text-ink">{marks.limit}</b>{' '}
          {marks[direction](day(session), `${formatNumber(share * 100, 0)}%`)}
        </li>
      ))}
      {view.confounders.map(({ slug, title, titleZh, relative }, i) => (
        <li key={slug}>
          <b className="font-semibold text-ink">{i + 1}</b>{' '}
          <Link href={`/events/${slug}`} prefetch={false} className="link">
            {say(title, titleZh)}
          </Link>{' '}
          ({dayText(relative)})
        </li>
      ))}
    </ul>
  )
}

interface CarPanelProps {
  readonly view: StudyView
  readonly controls: ReactNode
  readonly source: string
}

/** The chart of the windows asked for, how to ask for others, and the numbers behind it. */
export function CarPanel({ view, controls, source }: CarPanelProps) {
  const [{ car: texts, controls: words }, say, { band, refusal }] = [useTexts(studyTexts), useStored(), useStudyWords()]
  const { benchmark, settings, days } = view
  const name = say(view.listing.name, view.listing.nameZh)
  const points = carPoints(view)
  const colour = colourOf(view.listing.symbol)
  const model = texts.against(
    words.inText[settings.model],
    settings.model === 'mean-adjusted' || benchmark === null ? '' : say(benchmark.name, benchmark.nameZh),
  )
  const [first, last] = [dayText(days[0] ?? 0), dayText(days.at(-1) ?? 0)]
  const end = { lo: view.carLo.at(-1) ?? null, hi: view.carHi.at(-1) ?? null }
  return (
    <Panel title={texts.title(name)} note={texts.note(first, model)} foot={source}>
      {points === null ? (
        <p className="px-4 pb-4 text-soft">
          {texts.none} {view.refusal && refusal(view.refusal)}
        </p>
      ) : (
        <div className="space-y-3 px-4 pb-3">
          <CarLegend colour={colour} />
          <CarChart
            {...{ points, colour }}
            marks={sessionMarks(view, texts.marks.limit)}
            label={texts.label({
              listing: name,
              from: first,
              to: last,
              car: changeText(view.car.at(-1) ?? null, settings.returns),
              band: band(end, settings.returns),
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

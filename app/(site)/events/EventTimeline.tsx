import Link from 'next/link'
import type { CSSProperties } from 'react'
import { type EventFilter, type EventRow, effectRow, type RowVerdict, verdictOf } from '@/app/_data/eventFilter'
import { changeText } from '@/app/_study/words'
import { byDate } from '@/app/_ui/events/entries'
import { useEventTime } from '@/app/_ui/events/time'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { eventsTexts } from '@/app/_ui/messages/events'
import { verdictTexts } from '@/app/_ui/messages/verdict'
import { Panel } from '@/app/_ui/Panel'
import { hrefWith } from '@/app/_ui/url'
import { Wide } from '@/app/_ui/Wide'
import { lanesOf, radiusOf, textWidth } from './lanes'
import { monthAfter, timeScale } from './timeScale'

const laneHeight = 23
const todayWidth = 56
const mostLabel = 210
const figureWidth = 52

const markClass: Readonly<Record<RowVerdict, string>> = {
  moved: 'rounded-full bg-warn',
  'no-detectable-move': 'rounded-full bg-faint/70',
  'cannot-be-decided': 'rounded-full border-2 border-faint border-dotted bg-panel',
  unstudied: 'rounded-[2px] border-2 border-line-strong bg-panel',
}

/** The first and the last date an event may have been on: of a month all of it. */
function spanOf({ event }: EventRow): { start: string; end: string } {
  const { date, end, precision } = event
  const last = end === null ? date : end.slice(0, precision === 'month' ? 7 : 10)
  return { start: date, end: precision === 'month' ? monthAfter(last) : last }
}

function Legend() {
  const { legend } = useTexts(eventsTexts).timeline
  const signs = [
    ...(['moved', 'no-detectable-move', 'cannot-be-decided', 'unstudied'] as const).map((verdict) => ({
      text: legend[verdict],
      sign: `size-2.5 ${markClass[verdict]}`,
    })),
    { text: legend.span, sign: 'h-1.5 w-5 rounded bg-line-strong' },
  ]
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 px-4 py-2 text-small text-soft">
      {signs.map(({ text, sign }) => (
        <span key={text} className="flex items-center gap-1.5">
          <span aria-hidden="true" className={sign} />
          {text}
        </span>
      ))}
    </p>
  )
}

interface EventTimelineProps {
  readonly rows: readonly EventRow[]
  readonly filter: EventFilter
  /** The date the page looks from. */
  readonly today: string
  readonly asOf: string | null
}

/** The events on one strip of time, drawn on the server: sized by effect, coloured by verdict, each a link to its page. */
export function EventTimeline({ rows, filter, today, asOf }: EventTimelineProps) {
  const [texts, say, time, { day }] = [useTexts(eventsTexts).timeline, useStored(), useEventTime(), useFormat()]
  const verdicts = useTexts(verdictTexts).study
  const ordered = rows.length === 0 ? [] : byDate(rows.map(({ event }) => event))
  const shown = ordered.flatMap((event) => rows.find((row) => row.event.slug === event.slug) ?? [])
  const scale = timeScale([today, ...shown.flatMap((row) => [spanOf(row).start, row.event.end ?? spanOf(row).start])])
  const width = Math.max(1000, Math.round(scale.quarters * 72))
  const marks = shown.map((row) => {
    const { event } = row
    const effect = effectRow(row, filter.listing)
    const [verdict, title, { start, end }] = [
      verdictOf(row, filter.listing),
      say(event.title, event.titleZh),
      spanOf(row),
    ]
    const car = effect?.car ?? null
    const radius = radiusOf(car)
    const [x, until] = [scale.at(start), scale.at(end)]
    const said = effect
      ? texts.effect({
          listing: say(effect.name, effect.nameZh),
          car: changeText(car, 'log'),
          verdict: verdicts[effect.verdict],
        })
      : texts.none
    return {
      ...{ event, title, verdict, car, radius, x, until },
      hover: texts.mark({ when: time.when(event), title, effect: said }),
      from: (x * width) / 100 - radius,
      to: Math.max((x * width) / 100 + radius, (until * width) / 100),
      label: Math.min(mostLabel, textWidth(title)) + (car === null ? 0 : figureWidth) + 12,
    }
  })
  const lanes = lanesOf(marks, width)
  const height = laneHeight * (1 + Math.max(0, ...lanes.map(({ lane }) => lane)))
  const now = scale.at(today)
  // The word at the line of today stands to its left.
  const underToday = (x: number) => x < now && ((now - x) / 100) * width < todayWidth
  return (
    <Panel title={texts.title} note={texts.note}>
      <Wide label={texts.title} className="overflow-x-auto px-4 [direction:rtl]">
        <div
          className="relative [direction:ltr]"
          style={{ minWidth: width, height: height + 30, containerType: 'inline-size' }}
          data-testid="timeline"
        >
          {now < 100 && (
            <span aria-hidden="true" className="absolute inset-y-0 right-0 bg-well/70" style={{ left: `${now}%` }} />
          )}
          {scale.breaks.map(({ x, width: wide, from, to }) => (
            <span
              key={from}
              className="absolute inset-y-0 grid place-items-end justify-center bg-well pb-0.5 text-faint text-tiny"
              style={{ left: `${x}%`, width: `${wide}%` }}
              title={texts.breakOf(day(from), day(to))}
            >
              <span aria-hidden="true">{'//'}</span>
              <span className="sr-only">{texts.breakOf(day(from), day(to))}</span>
            </span>
          ))}
          {scale.ticks.map(({ x, year, quarter }) => (
            <span
              key={`${year} ${quarter}`}
              aria-hidden="true"
              className={`absolute inset-y-0 flex items-end border-l pb-0.5 pl-1 text-tiny ${
                quarter === 1 ? 'border-line-strong font-medium text-soft' : 'border-line text-faint'
              }`}
              style={{ left: `${x}%` }}
            >
              {underToday(x) ? '' : `${quarter === 1 || x === 0 ? year : ''} ${quarter === 1 ? '' : `Q${quarter}`}`}
            </span>
          ))}
          <span
            className="absolute inset-y-0 border-ink border-l border-dashed"
            style={{ left: `${now}%` }}
            title={`${asOf === null ? texts.today : texts.asOf} ${day(today)}`}
          >
            <span className="absolute right-1 bottom-0.5 whitespace-nowrap text-ink text-tiny">
              {asOf === null ? texts.today : texts.asOf}
            </span>
          </span>
          <ol>
            {marks.map(({ event, title, verdict, car, radius, x, until, hover }, i) => {
              const { lane, before } = lanes[i] ?? { lane: 0, before: false }
              const place: CSSProperties = before
                ? { right: `calc(${100 - x}% - ${radius}px)`, flexDirection: 'row-reverse' }
                : { left: `calc(${x}% - ${radius}px)` }
              return (
                <li key={event.slug}>
                  {until > x && (
                    <span
                      aria-hidden="true"
                      className="absolute h-1.5 rounded bg-line-strong"
                      style={{ left: `${x}%`, width: `${until - x}%`, top: lane * laneHeight + 9 }}
                    />
                  )}
                  <Link
                    href={hrefWith(`/events/${event.slug}`, {}, { listing: filter.listing, asOf })}
                    prefetch={false}
                    title={hover}
                    className="quiet-link over-lines absolute flex items-center gap-1.5 whitespace-nowrap text-small"
                    style={{ ...place, top: lane * laneHeight, height: laneHeight }}
                  >
                    <span
                      aria-hidden="true"
                      className={`z-1 shrink-0 ${markClass[verdict]}`}
                      style={{ width: 2 * radius, height: 2 * radius }}
                    />
                    <span
                      className="truncate"
                      style={{
                        maxWidth: mostLabel,
                        marginLeft: before ? 0 : `max(0px, calc(${until - x}cqw - ${2 * radius}px))`,
                      }}
                    >
                      {title}
                    </span>
                    {car !== null && (
                      <span className={car < 0 ? 'text-down' : 'text-up'}>{changeText(car, 'log')}</span>
                    )}
                  </Link>
                </li>
              )
            })}
          </ol>
        </div>
      </Wide>
      <Legend />
    </Panel>
  )
}

import Link from 'next/link'
import type { CSSProperties } from 'react'
import { indexAtOrAfter, indexAtOrBefore } from '@/lib/market/dateIndex'
import { useFormat } from '../format/useFormat'
import { useTexts } from '../i18n/texts'
import { chartTexts } from '../messages/chart'
import { type Frame, xOf } from './frame'
import type { ChartData, ChartFlaw, ChartMilestone } from './model'

/** Where something stands on the axis: the browser's chart reads the positions and moves it, the picture has it in percent. */
function at(frame: Frame, from: number, to?: number) {
  const [left, right] = [
    xOf(frame, from - (to === undefined ? 0 : 0.5)),
    to === undefined ? null : xOf(frame, to + 0.5),
  ]
  const seen = right === null ? left >= 0 && left <= 100 : right > 0 && left < 100
  const style: CSSProperties = seen ? { left: `${Math.max(left, 0).toFixed(2)}%` } : { display: 'none' }
  if (right !== null && seen) style.width = `${(Math.min(right, 100) - Math.max(left, 0)).toFixed(2)}%`
  // A text that begins there would not fit: it ends there instead.
  const edge = left > 88
  return { 'data-from': from, ...(to === undefined ? {} : { 'data-to': to }), 'data-edge': edge, style }
}

/** Missing sessions next to each other are one mark. */
function runsOf(frame: Frame, flaws: readonly ChartFlaw[]) {
  const runs: { kind: ChartFlaw['kind']; from: number; to: number; texts: Set<string>; first: string; last: string }[] =
    []
  for (const { session, kind, text } of [...flaws].sort((a, b) => (a.session < b.session ? -1 : 1))) {
    const index = indexAtOrAfter(frame.axis, session)
    const before = runs.findLast((run) => run.kind === kind)
    if (before && index - before.to <= 1) {
      before.to = index
      before.last = session
      before.texts.add(text)
    } else runs.push({ kind, from: index, to: index, texts: new Set([text]), first: session, last: session })
  }
  return runs
}

function Flaws({ frame, flaws }: { frame: Frame; flaws: readonly ChartFlaw[] }) {
  const { span } = useFormat()
  return runsOf(frame, flaws).map(({ kind, from, to, texts, first, last }) => {
    const text = `${span(first, last)}: ${[...texts].join(', ')}`
    return (
      <span
        key={`${kind}${from}`}
        role="img"
        aria-label={text}
        title={text}
        className="flaw"
        data-kind={kind}
        {...at(frame, from, to)}
      />
    )
  })
}

/** Hair lines, bands and the foot of the axis: events, the base, today, what is missing. Nothing in it takes the focus. */
export function Things({ frame, data, active }: { frame: Frame; data: ChartData; active: readonly number[] }) {
  const texts = useTexts(chartTexts)
  const { day } = useFormat()
  const place = (date: string) => indexAtOrAfter(frame.axis, date)
  const known = (date: string) => date >= (frame.axis[0] ?? '~') && date <= (frame.axis.at(-1) ?? '')
  const { marks = [], base, today, flaws = [] } = data
  return (
    <>
      {today && known(today) && today > (frame.axis[frame.past - 1] ?? '') && (
        <span className="today" {...at(frame, place(today))}>
          <i>{texts.today}</i>
        </span>
      )}
      {base && known(base) && (
        <span className="mark-line" data-base="true" title={texts.base(day(base))} {...at(frame, place(base))} />
      )}
      {marks.map(({ number, date, end }) => {
        const last = end && end > date ? indexAtOrBefore(frame.axis, end) : null
        if (last === null || !known(date)) return null
        return (
          <span
            key={`band ${number}`}
            className="mark-band"
            data-active={active.includes(number)}
            {...at(frame, place(date), last)}
          />
        )
      })}
      {marks.map(({ number, date }) =>
        known(date) ? (
          <span key={number} className="mark-line" data-active={active.includes(number)} {...at(frame, place(date))} />
        ) : null,
      )}
      <Flaws frame={frame} flaws={flaws.filter(({ session }) => known(session))} />
    </>
  )
}

/** Promised windows as bars at the foot of the plot, in reach of the keyboard; every second one a row higher, so that their names have room. */
export function Milestones({ frame, milestones }: { frame: Frame; milestones: readonly ChartMilestone[] }) {
  const texts = useTexts(chartTexts).milestone
  const { span } = useFormat()
  const ordered = [...milestones].sort((a, b) => (a.start < b.start ? -1 : 1))
  const [first, last] = [frame.axis[0] ?? '~', frame.axis.at(-1) ?? '']
  return ordered.map(({ slug, title, start, end, state, href }, i) => {
    if (end < first || start > last) return null
    const [from, to] = [indexAtOrAfter(frame.axis, start), indexAtOrBefore(frame.axis, end)]
    const text = texts.title(title, span(start, end), texts.states[state])
    const { style, ...positions } = at(frame, from, to)
    const look = { className: 'milestone', title: text, 'aria-label': text, 'data-state': state, ...positions }
    const placed = { ...style, '--row': i % 2, '--foot': `${100 * frame.volume}%` } as CSSProperties
    return href ? (
      <Link key={slug} href={href} prefetch={false} {...look} style={placed}>
        <i>{title}</i>
      </Link>
    ) : (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its window is told on focus as on hover
      <span key={slug} role="img" tabIndex={0} {...look} style={placed}>
        <i>{title}</i>
      </span>
    )
  })
}

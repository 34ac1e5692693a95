import type { ReactNode } from 'react'
import { formatChange, formatNumber } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { indicatorTexts } from '@/app/_ui/messages/indicators'
import { Panel } from '@/app/_ui/Panel'
import { sparkPoints } from '@/app/_ui/spark/points'
import { SparkChart } from '@/app/_ui/spark/SparkChart'
import { SparkTable } from '@/app/_ui/spark/SparkTable'

/** A fraction as percent; its sign only where it tells a direction. */
export const percentText = (value: number) => formatChange(value, 1)
export const shareText = (value: number) => `${formatNumber(value * 100, 1)}%`
export const ratioText = (value: number) => formatNumber(value, 2)

interface IndicatorPanelProps {
  readonly title: string
  readonly note: string | undefined
  readonly foot: ReactNode
  readonly sessions: readonly string[]
  readonly values: readonly (number | null)[]
  /** First session to show, null for all. */
  readonly from: string | null
  readonly format: (value: number) => string
  /** Values on the axis; as `format` when absent. */
  readonly tick?: (value: number) => string
  /** Why there is nothing to draw, when the figure cannot be had at all. */
  readonly refused?: string | null
  readonly area?: boolean
  readonly tone?: 'ink' | 'down'
  readonly reference?: number
  readonly bounds?: readonly [number, number]
  /** Source and as-of of the last value, on hover. */
  readonly source: string
}

/** One indicator: its last value, its course over the range, and its numbers. */
export function IndicatorPanel(props: IndicatorPanelProps) {
  const { title, note, foot, sessions, values, from, format, tick = format, refused, source, ...look } = props
  const [texts, { day }] = [useTexts(indicatorTexts), useFormat()]
  const shown = sparkPoints(sessions, values, from)
  const last = shown.points.at(-1)
  if (refused || !last) {
    return (
      <Panel title={title} note={note}>
        <p className="px-4 pb-4 text-soft">{refused ?? texts.none}</p>
      </Panel>
    )
  }
  const label = texts.label(title, day(shown.points[0]?.session), day(last.session), format(last.value))
  return (
    <Panel
      title={title}
      note={note}
      foot={foot}
      aside={
        <span className="font-semibold text-lead" title={`${day(last.session)} · ${source}`} data-testid="last">
          {format(last.value)}
        </span>
      }
    >
      <SparkChart {...look} {...{ format, tick, label }} sessions={shown.sessions} points={shown.points} />
      <SparkTable {...{ title, format }} points={shown.points} head={texts.head} note={texts.table} />
    </Panel>
  )
}

'use client'

import { type ReactNode, useMemo, useState } from 'react'
import type { ChartLine, ChartMilestone } from '@/app/_ui/chart/model'
import { PriceChart } from '@/app/_ui/chart/PriceChart'
import type { Annotate } from '@/app/_ui/chart/tool'
import { useTexts } from '@/app/_ui/i18n/texts'
import { boardTexts } from '@/app/_ui/messages/board'
import { Panel } from '@/app/_ui/Panel'
import type { Query } from '@/app/_ui/url'
import { MovedList } from './MovedList'
import type { MovedEntry } from './moved'

interface ArgumentProps {
  readonly lines: readonly ChartLine[]
  readonly entries: readonly MovedEntry[]
  readonly milestones: readonly ChartMilestone[]
  readonly base: string
  readonly today: string
  readonly scale: 'log' | 'linear'
  readonly note: string
  /** Currency, adjustment and scale of the lines. */
  readonly caption: string
  /** The figures of both sides. */
  readonly figures: ReactNode
  /** Why a line is missing or not whole. */
  readonly remarks: readonly string[]
  /** Where each line comes from. */
  readonly sources: readonly string[]
  readonly query: Query
  /** Made on the server: controls, the table behind the chart, the switches of the list. */
  readonly controls: ReactNode
  readonly numbers: ReactNode
  readonly listControls: ReactNode
  readonly listAside: ReactNode
  /** For whoever may write events on the chart. */
  readonly annotate: Annotate | null
}

/** Who is ahead, and what moved: the chart and the events beside it; pointing at one marks the other. */
export function Argument(props: ArgumentProps) {
  const { lines, entries, milestones, base, today, scale, query, annotate } = props
  const { chart, moved } = useTexts(boardTexts)
  const [active, setActive] = useState<readonly number[]>([])
  const [opened, setOpened] = useState<{ number: number } | null>(null)
  const marks = useMemo(
    () =>
      entries.map(({ number, markDate: date, markEnd: end, title, slug, draft }) => ({
        ...{ number, date, end, title, slug, draft },
        href: `/events/${slug}`,
      })),
    [entries],
  )
  const [first, last] = useMemo(() => {
    const all = lines.flatMap((line) => [line.session[0] ?? '', line.session.at(-1) ?? '']).sort()
    return [all[0] ?? '', all.at(-1) ?? '']
  }, [lines])
  const offChart = ({ markDate }: MovedEntry) => markDate < first || markDate > last
  return (
    <div className="grid grid-cols-1 gap-3 lg:grid-cols-[minmax(0,1fr)_25rem]">
      <Panel title={chart.title} note={props.note} aside={props.controls}>
        <div className="px-4 pb-1">{props.figures}</div>
        {props.remarks.length > 0 && <p className="px-4 pb-1 text-small text-warn">{props.remarks.join(' ')}</p>}
        <PriceChart
          label={chart.label}
          caption={props.caption}
          {...{ lines, marks, milestones, base, today, scale, active, annotate }}
          onActive={setActive}
          onOpen={(numbers) => setOpened({ number: numbers[0] ?? 0 })}
          className="h-[240px]"
        />
        <div className="relative border-line border-t">
          {props.numbers}
          <p className="px-4 pb-2 text-faint text-small sm:absolute sm:top-2 sm:right-0 sm:max-w-[75%] sm:truncate print:static! print:max-w-none! print:pt-2">
            {props.sources.join(' · ')}
          </p>
        </div>
      </Panel>
      <div className="relative min-h-0">
        <Panel
          title={moved.title}
          note={moved.note}
          aside={props.listAside}
          className="lg:absolute lg:inset-0 [&>div:nth-child(2)]:relative [&>div:nth-child(2)]:overflow-y-auto"
        >
          <div className="px-4 pb-1">{props.listControls}</div>
          <MovedList {...{ entries, active, opened, offChart, query }} onActive={setActive} />
        </Panel>
      </div>
    </div>
  )
}

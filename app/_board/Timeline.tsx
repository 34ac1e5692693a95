'use client'

import { type ReactNode, useMemo, useState } from 'react'
import { RebasedChart } from '@/app/_ui/chart/RebasedChart'
import type { RebasedLine } from '@/app/_ui/chart/rebased'
import { board } from '@/app/_ui/messages/board'
import { Panel } from '@/app/_ui/Panel'
import type { Query } from '@/app/_ui/url'
import { EventList } from './EventList'
import type { EventEntry } from './entries'

interface TimelineProps {
  readonly lines: readonly RebasedLine[]
  readonly entries: readonly EventEntry[]
  readonly base: string
  readonly scale: 'log' | 'linear'
  readonly note: string
  /** Why a line is missing or not whole. */
  readonly remarks: readonly string[]
  /** Where each line comes from. */
  readonly sources: readonly string[]
  readonly query: Query
  /** Made on the server: controls, the table behind it, the switch of the list. */
  readonly controls: ReactNode
  readonly scaleSwitch: ReactNode
  readonly numbers: ReactNode
  readonly listAside: ReactNode
}

/** The chart and the list of events beside it; pointing at one marks the other. */
export function Timeline(props: TimelineProps) {
  const { lines, entries, base, scale, note, remarks, sources, query, controls, scaleSwitch, numbers, listAside } =
    props
  const [active, setActive] = useState<readonly number[]>([])
  const [opened, setOpened] = useState<{ number: number } | null>(null)
  const marks = useMemo(
    () => entries.map(({ number, markDate, title }) => ({ number, date: markDate, title })),
    [entries],
  )
  const [first, last] = useMemo(() => {
    const all = lines.flatMap((line) => [line.session[0] ?? '', line.session.at(-1) ?? '']).sort()
    return [all[0] ?? '', all.at(-1) ?? '']
  }, [lines])
  const offChart = ({ markDate }: EventEntry) => markDate < first || markDate > last
  return (
    <div className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,1fr)_23rem]">
      <Panel title={board.chart.title} note={note} aside={scaleSwitch}>
        <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2 px-4 pb-1">{controls}</div>
        {remarks.length > 0 && <p className="px-4 pb-1 text-small text-warn">{remarks.join(' ')}</p>}
        {lines.length > 0 ? (
          <RebasedChart
            label={board.chart.label}
            {...{ lines, base, scale, marks, active }}
            onActive={setActive}
            onOpen={(numbers) => setOpened({ number: numbers[0] ?? 0 })}
          />
        ) : (
          <p className="px-4 py-16 text-center text-soft">{board.noCompare}</p>
        )}
        <div className="relative border-line border-t">
          {numbers}
          <p className="px-4 pb-2 text-faint text-small sm:absolute sm:top-2 sm:right-0">{sources.join(' · ')}</p>
        </div>
      </Panel>
      <div className="relative min-h-0">
        <Panel
          title={board.events.title}
          note={board.events.count(entries.length)}
          aside={listAside}
          className="lg:absolute lg:inset-0 [&>div:nth-child(2)]:relative [&>div:nth-child(2)]:overflow-y-auto"
        >
          <EventList {...{ entries, active, opened, offChart, query }} onActive={setActive} />
        </Panel>
      </div>
    </div>
  )
}

'use client'

import { useRouter } from 'next/navigation'
import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import type { ToolProps } from '@/app/_ui/chart/tool'
import { useFormat } from '@/app/_ui/format/useFormat'
import { Icon } from '@/app/_ui/frame/Icon'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { annotateTexts } from '@/app/_ui/messages/annotate'
import { thingTexts } from '@/app/_ui/messages/things'
import type { EventView } from '@/lib/api/events/schema'
import { isMic } from '@/lib/market/exchange'
import { type EventDraft, newDraft } from './draft'
import { MarkMenu } from './MarkMenu'
import { sideOf } from './sideOf'
import { type Thought, ThoughtMark } from './ThoughtMark'
import { Toast, type Told } from './Toast'
import { useMarkChanges } from './useMarkChanges'
import { useMarkWrites } from './useMarkWrites'
import { usePlotDrag } from './usePlotDrag'
import { useToolKey } from './useToolKey'

const EventDialog = lazy(() => import('./EventDialog').then(({ EventDialog }) => ({ default: EventDialog })))

/** What the dialog is open for: a new event, or one that is changed. */
interface Opened {
  readonly fresh?: EventDraft
  readonly event?: EventView
  readonly side: 'left' | 'right'
}

/** The pill on a plot that a number stands in. */
function pillOf(plot: HTMLElement, number: number | undefined): HTMLElement | undefined {
  const pills = [...plot.querySelectorAll<HTMLElement>('.pills > .mark')]
  return pills.find((pill) => pill.dataset.numbers?.split(',').includes(String(number)))
}

/** The tool that makes and moves events on a chart: its switch, what it lays over the plot, its dialog, and what it tells. */
export function ChartTool({ plot, live, frame, marks, about, grip, redraw, point }: ToolProps) {
  const [texts, { states }, say, { day }] = [useTexts(annotateTexts), useTexts(thingTexts), useStored(), useFormat()]
  const router = useRouter()
  const [isOn, setIsOn] = useState(false)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [menu, setMenu] = useState<readonly string[] | null>(null)
  const [thought, setThought] = useState<Thought | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const symbols = useMemo(() => about.listings.map(({ symbol }) => symbol), [about])

  useToolKey('a', () => setIsOn(!isOn))

  const { moved, added } = useMarkChanges({ marks, redraw, symbols })
  const writes = useMarkWrites({ symbols, moved, tell: setTold, refresh: () => router.refresh() })

  const pick = (one: string, other: string) => {
    const [start, last] = one <= other ? [one, other] : [other, one]
    const mic = about.listings[0]?.mic ?? ''
    const end = last === start ? null : last
    setMenu(null)
    const fresh = newDraft({ start, end, listings: symbols, clock: isMic(mic) ? mic : 'UTC' })
    setOpened({ fresh, side: sideOf(plot.current, live, frame.axis.indexOf(start)) })
  }
  const drag = usePlotDrag(plot, isOn ? live : null, {
    point: (index) => {
      live?.pointAt(index)
      point(index)
    },
    pick: (from, to) => pick(frame.axis[from] ?? '', frame.axis[to] ?? ''),
    drop: (number, index) => {
      const mark = marks.find((one) => one.number === number)
      const target = frame.axis[index]
      if (mark?.slug && target && target !== mark.date) writes.move(mark.slug, target)
    },
  })
  useEffect(() => {
    if (!isOn) return
    grip.current = {
      open: (numbers) => {
        // Numbers are given anew when an event moves past another.
        const slugs = marks.flatMap(({ number, slug }) => (slug && numbers.includes(number) ? [slug] : []))
        if (slugs.length > 0) setMenu(slugs)
        return slugs.length > 0
      },
      enter: (session) => {
        if (session) pick(session, session)
        return true
      },
    }
    return () => {
      grip.current = null
    }
  })
  // What the tool lays on the axis is moved along with the chart, as everything that stands on it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each drag has other places
  useLayoutEffect(() => live?.place(), [live, drag, isOn, thought])

  const edit = async (slug: string) => {
    setMenu(null)
    const event = await writes.read(slug)
    if (event) setOpened({ event, side: 'right' })
  }
  const saved = (event: EventView, isNew: boolean) => {
    setOpened(null)
    setThought(null)
    if (isNew) added(event)
    setTold({ text: texts.saved(say(event.title, event.titleZh), states[event.status]), undo: event })
    router.refresh()
  }
  const close = () => {
    setOpened(null)
    setThought(null)
  }
  const box = plot.current
  return (
    <>
      <button
        type="button"
        aria-pressed={isOn}
        aria-keyshortcuts="a"
        data-annotate
        title={`${texts.tool} ( a )`}
        onClick={() => setIsOn(!isOn)}
        className="tool-switch no-print"
      >
        <Icon name="pen" />
        <span className="max-sm:sr-only">{texts.tool}</span>
      </button>
      {isOn &&
        box &&
        createPortal(
          <>
            <div className="tool-layer" />
            {drag?.kind === 'range' && (
              <span
                className="tool-band"
                data-from={Math.min(drag.from, drag.to)}
                data-to={Math.max(drag.from, drag.to)}
              />
            )}
            {drag?.kind === 'mark' && <span className="tool-line" data-from={drag.to} />}
            {thought && <ThoughtMark thought={thought} axis={frame.axis} />}
            <p role="status" className="tool-hint" hidden={opened !== null}>
              {drag?.kind === 'mark' ? texts.dropOn(day(frame.axis[drag.to])) : live ? texts.hint : texts.waking}
              {live && !drag && <span className="tool-keys"> {texts.hintKeys}</span>}
            </p>
            {menu && (
              <MarkMenu
                marks={marks.filter(({ slug }) => slug !== undefined && menu.includes(slug))}
                writes={writes}
                onEdit={edit}
                onClose={() => {
                  setMenu(null)
                  pillOf(box, marks.find(({ slug }) => slug === menu[0])?.number)?.focus()
                }}
              />
            )}
          </>,
          box,
        )}
      {opened && (
        <Suspense>
          <EventDialog {...opened} symbols={symbols} onThought={setThought} onSaved={saved} onClose={close} />
        </Suspense>
      )}
      {told && <Toast told={told} onUndo={writes.undo} onClose={() => setTold(null)} />}
    </>
  )
}

'use client'

import { useRouter } from 'next/navigation'
import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
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
import { type MarkChanges, markOf, redrawn } from './marks'
import { type Thought, ThoughtMark } from './ThoughtMark'
import { Toast, type Told } from './Toast'
import { useMarkWrites } from './useMarkWrites'
import { usePlotDrag } from './usePlotDrag'
import { useToolKey } from './useToolKey'

const EventDialog = lazy(() => import('./EventDialog').then(({ EventDialog }) => ({ default: EventDialog })))

/** What the dialog is open for: a new event, or one that is changed. */
type Opened = { readonly fresh: EventDraft } | { readonly event: EventView }

/** The tool that makes and moves events on a chart: its switch, what it lays over the plot, its dialog, and what it tells. */
export function ChartTool({ plot, live, frame, marks, about, grip, redraw, point }: ToolProps) {
  const [texts, { states }, say, { day }] = [useTexts(annotateTexts), useTexts(thingTexts), useStored(), useFormat()]
  const router = useRouter()
  const [isOn, setIsOn] = useState(false)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [menu, setMenu] = useState<readonly number[] | null>(null)
  const [thought, setThought] = useState<Thought | null>(null)
  const [changes, setChanges] = useState<MarkChanges | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const symbols = useMemo(() => about.listings.map(({ symbol }) => symbol), [about])

  useEffect(() => {
    redraw(changes && ((given) => redrawn(given, changes)))
  }, [redraw, changes])
  useToolKey('a', () => setIsOn(!isOn))

  const moved = (slug: string, date: string | null) =>
    setChanges((old) => {
      const kept = old?.of === marks ? old : { of: marks, added: [], moved: {} }
      return { ...kept, moved: { ...kept.moved, [slug]: date } }
    })
  const added = (event: EventView) =>
    setChanges((old) => {
      const kept = old?.of === marks ? old : { of: marks, added: [], moved: {} }
      return { ...kept, added: [...kept.added, markOf(event, say(event.title, event.titleZh), symbols, 0)] }
    })
  const writes = useMarkWrites({ symbols, moved, tell: setTold, refresh: () => router.refresh() })

  const pick = (one: string, other: string) => {
    const [start, last] = one <= other ? [one, other] : [other, one]
    const mic = about.listings[0]?.mic ?? ''
    const end = last === start ? null : last
    setMenu(null)
    setOpened({ fresh: newDraft({ start, end, listings: symbols, clock: isMic(mic) ? mic : 'UTC' }) })
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
        setMenu(numbers)
        return true
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

  const button = useRef<HTMLButtonElement>(null)
  const edit = async (slug: string) => {
    setMenu(null)
    const event = await writes.read(slug)
    if (event) setOpened({ event })
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
        ref={button}
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
                marks={marks.filter(({ number, slug }) => menu.includes(number) && slug !== undefined)}
                writes={writes}
                onEdit={edit}
                onClose={() => {
                  setMenu(null)
                  box.querySelector<HTMLElement>(`.pills > [data-numbers="${menu.join()}"]`)?.focus()
                }}
              />
            )}
          </>,
          box,
        )}
      {opened && (
        <Suspense>
          <EventDialog
            {...('event' in opened ? { event: opened.event } : { fresh: opened.fresh })}
            symbols={symbols}
            side={sideOf(box, frame.axis, opened)}
            onThought={setThought}
            onSaved={saved}
            onClose={close}
          />
        </Suspense>
      )}
      {told && <Toast told={told} onUndo={writes.undo} onClose={() => setTold(null)} />}
    </>
  )

  /** The side of the screen where the dialog leaves the session in sight. */
  function sideOf(of: HTMLElement | null, axis: readonly string[], what: Opened): 'left' | 'right' {
    if (!of || !('fresh' in what) || !live) return 'right'
    const box = of.getBoundingClientRect()
    const [left, right] = [live.indexAt(0) ?? 0, live.indexAt(box.width) ?? axis.length]
    const at = axis.indexOf(what.fresh.start)
    const x = box.left + (box.width * (at - left)) / Math.max(right - left, 1)
    return x > window.innerWidth / 2 ? 'left' : 'right'
  }
}

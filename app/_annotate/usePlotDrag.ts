'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import type { LivePlot } from '@/app/_ui/chart/live/plot'

/** What is being dragged on a plot: a stretch of sessions, or a mark to another session; positions on the axis. */
export type PlotDrag =
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'mark'; readonly number: number; readonly to: number }

interface On {
  /** Where the pointer is, null when it leaves. */
  readonly point: (index: number | null) => void
  /** A session, or a stretch of them in either order. */
  readonly pick: (from: number, to: number) => void
  readonly drop: (number: number, index: number) => void
}

/** How far in pixels a mark has to be pulled to be dragged, so that a click stays one. */
const slack = 4

/** The number of the one mark of a pill; null for anything else, and for a pill that several share. */
function markAt(target: EventTarget | null): number | null {
  const numbers = target instanceof Element ? target.closest<HTMLElement>('.pills > .mark')?.dataset.numbers : undefined
  return numbers !== undefined && /^\d+$/.test(numbers) ? Number(numbers) : null
}

/** Clicks and drags on a plot while `live` is given: on the plot itself they pick sessions, on a mark they move it. Escape lets go. */
export function usePlotDrag(plot: RefObject<HTMLElement | null>, live: LivePlot | null, on: On): PlotDrag | null {
  const [drag, setDrag] = useState<PlotDrag | null>(null)
  const latest = useRef(on)
  latest.current = on
  useEffect(() => {
    const box = plot.current
    if (!live || !box) return
    let now: (PlotDrag & { readonly x: number; readonly pulled: boolean }) | null = null
    const set = (next: typeof now) => {
      now = next
      setDrag(next && (next.kind === 'range' || next.pulled) ? next : null)
    }
    const indexOf = ({ clientX }: PointerEvent) => live.indexAt(clientX - box.getBoundingClientRect().left)
    const down = (event: PointerEvent) => {
      const index = indexOf(event)
      if (event.button !== 0 || index === null || !(event.target instanceof Element)) return
      const number = markAt(event.target)
      if (number !== null) set({ kind: 'mark', number, to: index, x: event.clientX, pulled: false })
      else if (event.target.closest('.tool-layer')) set({ kind: 'range', from: index, to: index, x: 0, pulled: true })
      else return
      event.target.setPointerCapture(event.pointerId)
    }
    const move = (event: PointerEvent) => {
      const index = indexOf(event)
      if (index === null) return
      const isOver = event.target instanceof Element && event.target.closest('.tool-layer')
      if (now || isOver) latest.current.point(index)
      if (now) set({ ...now, to: index, pulled: now.pulled || Math.abs(event.clientX - now.x) > slack })
    }
    const up = (event: PointerEvent) => {
      const done = now
      const index = indexOf(event)
      if (!done || index === null) return
      set(null)
      if (done.kind === 'range') latest.current.pick(done.from, index)
      else if (done.pulled) {
        // The click that follows would open the mark.
        box.addEventListener('click', swallow, { capture: true, once: true })
        setTimeout(() => box.removeEventListener('click', swallow, true))
        latest.current.drop(done.number, index)
      }
    }
    const swallow = (event: MouseEvent) => {
      event.preventDefault()
      event.stopPropagation()
    }
    const letGo = () => set(null)
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !now) return
      event.stopPropagation()
      letGo()
    }
    const leave = () => latest.current.point(null)
    const stay = (event: DragEvent) => event.preventDefault()
    box.addEventListener('pointerdown', down)
    box.addEventListener('pointermove', move)
    box.addEventListener('pointerup', up)
    box.addEventListener('pointercancel', letGo)
    box.addEventListener('pointerleave', leave)
    box.addEventListener('dragstart', stay)
    document.addEventListener('keydown', press, true)
    return () => {
      box.removeEventListener('pointerdown', down)
      box.removeEventListener('pointermove', move)
      box.removeEventListener('pointerup', up)
      box.removeEventListener('pointercancel', letGo)
      box.removeEventListener('pointerleave', leave)
      box.removeEventListener('dragstart', stay)
      document.removeEventListener('keydown', press, true)
      setDrag(null)
    }
  }, [plot, live])
  return drag
}

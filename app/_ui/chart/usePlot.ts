'use client'

import { useEffect, useRef, useState } from 'react'
import type { Library } from './base'
import { type Colours, readColours, useThemeKey } from './colours'

/** What every mounted chart can do for the frame around it. */
export interface Plot {
  setColours(colours: Colours): void
  /** Puts the crosshair on a session, or takes it away. */
  pointAt(session: string | null): void
  /** Pixels from the left for each session, null when out of sight; and the width of the plot without its axis. */
  place(sessions: readonly string[]): { x: (number | null)[]; width: number }
  remove(): void
}

export interface PlotEvents {
  /** After every pan, zoom or resize. */
  readonly move: () => void
  /** With the session under the pointer, null when it leaves. */
  readonly point: (session: string | null) => void
}

export type Mount<P extends Plot> = (library: Library, container: HTMLElement, colours: Colours, on: PlotEvents) => P

/** Mounts a chart once its script has come; gives the plot when it is there, and a count that grows whenever places have moved. */
export function usePlot<P extends Plot>(mount: Mount<P>, onPoint: (session: string | null) => void) {
  const container = useRef<HTMLDivElement>(null)
  const [plot, setPlot] = useState<P | null>(null)
  const [moved, setMoved] = useState(0)
  const theme = useThemeKey()
  const report = useRef(onPoint)
  report.current = onPoint
  useEffect(() => {
    let mounted: P | null = null
    let gone = false
    import('lightweight-charts').then((library) => {
      if (gone || !container.current) return
      const on = { move: () => setMoved((n) => n + 1), point: (session: string | null) => report.current(session) }
      mounted = mount(library, container.current, readColours(), on)
      setPlot(mounted)
    })
    return () => {
      gone = true
      setPlot(null)
      mounted?.remove()
    }
  }, [mount])
  useEffect(() => {
    if (theme) plot?.setColours(readColours())
  }, [plot, theme])
  return { container, plot, moved }
}

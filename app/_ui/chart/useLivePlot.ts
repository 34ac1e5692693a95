'use client'

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Cluster } from './clusters'
import { readColours, useThemeKey } from './colours'
import type { Frame } from './frame'
import type { AxisWords } from './live/axes'
import type { LivePlot } from './live/plot'
import type { ChartData } from './model'

const signs = ['pointermove', 'keydown', 'scroll', 'touchstart'] as const

/** Calls `wake` at the first sign of a reader: the pointer moves, a key goes down, the page scrolls. */
function onFirstSign(wake: () => void): () => void {
  const options = { once: true, passive: true } as const
  for (const sign of signs) window.addEventListener(sign, wake, options)
  return () => {
    for (const sign of signs) window.removeEventListener(sign, wake)
  }
}

interface Wanted {
  readonly plot: RefObject<HTMLDivElement | null>
  readonly canvas: RefObject<HTMLDivElement | null>
  readonly data: ChartData
  readonly frame: Frame
  readonly words: AxisWords
  readonly onPoint: (index: number | null) => void
}

/**
 * Runs a chart in the place of its picture, once there is a sign of a reader: its script is a third of all the board may load before that. `live` is null, and so are the
 * clusters of the pills, as long as the picture stands.
 */
export function useLivePlot({ plot, canvas, data, frame, words, onPoint }: Wanted) {
  const [live, setLive] = useState<LivePlot | null>(null)
  const [clusters, setClusters] = useState<readonly Cluster[] | null>(null)
  const theme = useThemeKey()
  const point = useRef(onPoint)
  point.current = onPoint
  const spoken = useRef(words)
  spoken.current = words
  const isEmpty = frame.past === 0
  // A range of the URL is shown anew; new figures leave the part in sight as the reader has put it.
  const shownFrom = useRef<string | null | undefined>(undefined)

  useEffect(() => {
    if (isEmpty) return
    let mounted: LivePlot | null = null
    let gone = false
    const wake = () => {
      stop()
      import('./live/plot').then(({ mountPlot }) => {
        if (gone || !plot.current || !canvas.current) return
        const on = { point: (index: number | null) => point.current(index), clusters: setClusters }
        const said = { tick: spoken.current.tick, day: spoken.current.day }
        mounted = mountPlot({ plot: plot.current, canvas: canvas.current }, readColours(), said, on)
        shownFrom.current = undefined
        setLive(mounted)
      })
    }
    const stop = onFirstSign(wake)
    return () => {
      gone = true
      stop()
      setLive(null)
      setClusters(null)
      mounted?.remove()
    }
  }, [plot, canvas, isEmpty])

  useLayoutEffect(() => {
    if (!live) return
    const from = data.from ?? null
    live.show(data, frame, shownFrom.current !== from)
    shownFrom.current = from
  }, [live, data, frame])
  useEffect(() => {
    if (theme) live?.setColours(readColours())
  }, [live, theme])

  return { live, clusters, zoom: useCallback((factor: number | null) => live?.zoom(factor), [live]) }
}

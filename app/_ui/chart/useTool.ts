'use client'

import { type ComponentType, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ChartMark } from './model'
import type { Annotate, Grip, Redraw, ToolProps } from './tool'

/** The tool that makes and moves events on a chart, once its script is there; null for readers, who never load it. `marks` are those to draw. */
export function useTool(about: Annotate | null, given: readonly ChartMark[]) {
  const [tool, setTool] = useState<{ Tool: ComponentType<ToolProps> } | null>(null)
  const [how, setHow] = useState<{ redraw: Redraw } | null>(null)
  const grip = useRef<Grip | null>(null)
  const isWanted = about !== null
  useEffect(() => {
    if (isWanted) import('@/app/_annotate/ChartTool').then(({ ChartTool }) => setTool({ Tool: ChartTool }))
  }, [isWanted])
  const redraw = useCallback((next: Redraw | null) => setHow(next && { redraw: next }), [])
  const marks = useMemo(() => how?.redraw(given) ?? given, [how, given])
  return { Tool: isWanted && tool ? tool.Tool : null, redraw, marks, grip }
}

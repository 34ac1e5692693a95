'use client'

import { type ComponentType, type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react'
import type { BarsProps } from './TremorBars'

interface RevenueBarsProps extends BarsProps {
  readonly side: 'cambricon' | 'nvidia'
  /** Plain bars made on the server, shown until the chart's script has come. */
  readonly preview: ReactNode
}

/** Quarterly bars. The chart's script (recharts, over 100 KB) is fetched when the panel comes into view. */
export function RevenueBars({ side, preview, ...bars }: RevenueBarsProps) {
  const box = useRef<HTMLDivElement>(null)
  const [Chart, setChart] = useState<ComponentType<BarsProps> | null>(null)
  useEffect(() => {
    if (!box.current) return
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return
      observer.disconnect()
      import('./TremorBars').then(({ TremorBars }) => setChart(() => TremorBars))
    })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  const style = { '--color-tremor-brand-default': `var(--color-${side})` } as CSSProperties
  return (
    <div ref={box} className="h-44 px-2" style={style} aria-hidden="true">
      {Chart ? <Chart {...bars} /> : preview}
    </div>
  )
}

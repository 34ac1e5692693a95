import type { RebasedLine } from './rebased'
import { unionOfSessions } from './timeline'

const colours = { cambricon: 'stroke-cambricon', nvidia: 'stroke-nvidia' }

/** The lines as a plain picture made on the server: what is seen before the chart's script runs, or without it. Every second point. */
export function Preview({ lines, scale }: { lines: readonly RebasedLine[]; scale: 'log' | 'linear' }) {
  const axis = unionOfSessions(lines.map((line) => line.session))
  const place = new Map(axis.map((session, index) => [session, (1000 * index) / Math.max(axis.length - 1, 1)]))
  const height = (value: number) => (scale === 'log' ? Math.log(Math.max(value, 1e-9)) : value)
  const all = lines.flatMap((line) => line.value.map(height))
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const y = (value: number) => 50 + 900 * (1 - (height(value) - low) / (high - low || 1))
  return (
    <svg
      viewBox="0 0 1000 1000"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="absolute top-[18px] left-0 h-[calc(100%-46px)] w-[calc(100%-60px)]"
    >
      {lines.map((line) => (
        <polyline
          key={line.side}
          className={colours[line.side]}
          fill="none"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
          points={line.session
            .flatMap((session, index) =>
              index % 2 === 0 || index === line.session.length - 1
                ? [`${(place.get(session) ?? 0).toFixed(1)},${y(line.value[index] ?? 100).toFixed(0)}`]
                : [],
            )
            .join(' ')}
        />
      ))}
    </svg>
  )
}

import { axisOver, linearScale, niceStep } from '@/app/_ui/chart/scale'
import { formatNumber } from '@/app/_ui/format/number'
import { useTexts } from '@/app/_ui/i18n/texts'
import { studyTexts } from '@/app/_ui/messages/study'
import type { Bin } from './bins'
import { across, Grid, Words } from './svg'

const top = 48
const plot = 190
const bottom = top + plot
const height = bottom + 40

/** Studentised CARs of placebo days in bins; what reaches the event's is coloured, and the event stands on both sides. */
export function PlaceboChart({ bins, t, label }: { bins: readonly Bin[]; t: number; label: string }) {
  const texts = useTexts(studyTexts).placebo
  const edge = bins.at(-1)?.to ?? 1
  const x = linearScale([-edge, edge], [0, 100])
  const axis = axisOver(
    bins.map(({ count }) => count),
    5,
  )
  const y = linearScale([axis.high, 0], [top, bottom])
  const step = Math.max(1, niceStep(2 * edge, 9))
  const labels = Array.from({ length: 2 * Math.floor(edge / step) + 1 }, (_, i) => step * (i - Math.floor(edge / step)))
  const marks = [-Math.abs(t), Math.abs(t)]
  return (
    <svg role="img" aria-label={label} className="ml-8 w-[calc(100%-2rem)] overflow-visible" height={height}>
      <Words x="0" y={12}>
        {texts.days}
      </Words>
      <Grid ticks={axis.ticks} y={y} />
      {bins.map(({ from, to, count, asFar }) => {
        const box = { x: across(x(from) + 0.15), width: across(x(to) - x(from) - 0.3) }
        return (
          <g key={from}>
            <title>{texts.bin({ from: formatNumber(from), to: formatNumber(to), count, asFar })}</title>
            <rect {...box} y={y(count)} height={y(asFar) - y(count)} className="fill-faint" fillOpacity="0.45" />
            <rect {...box} y={y(asFar)} height={y(0) - y(asFar)} className="fill-warn" />
          </g>
        )
      })}
      {marks.map((mark) => (
        <g key={mark}>
          <line
            x1={across(x(mark))}
            x2={across(x(mark))}
            y1={top - 8}
            y2={bottom}
            className="stroke-ink"
            strokeWidth="1.5"
            strokeDasharray={Math.sign(mark) === Math.sign(t) ? undefined : '4 3'}
          />
          <text
            x={across(x(mark))}
            y={top - 12}
            textAnchor={Math.abs(t) * 4 < edge ? (mark < 0 ? 'end' : 'start') : 'middle'}
            className="fill-ink font-semibold text-tiny"
          >
            {formatNumber(mark)}
          </text>
        </g>
      ))}
      {labels.map((value) => (
        <Words key={value} x={across(x(value))} y={bottom + 16} anchor="middle">
          {formatNumber(value, 0)}
        </Words>
      ))}
      <Words x="50%" y={bottom + 34} anchor="middle">
        {texts.axis}
      </Words>
    </svg>
  )
}

/** What the signs of the histogram mean. */
export function PlaceboLegend() {
  const { legend } = useTexts(studyTexts).placebo
  const swatches = [
    { text: legend.nearer, sign: 'h-3 w-3 bg-faint opacity-45' },
    { text: legend.asFar, sign: 'h-3 w-3 bg-warn' },
    { text: legend.event, sign: 'h-3 w-0.5 bg-ink' },
  ]
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-small text-soft">
      {swatches.map(({ text, sign }) => (
        <span key={text} className="flex items-center gap-1.5">
          <span className={sign} aria-hidden="true" />
          {text}
        </span>
      ))}
    </p>
  )
}

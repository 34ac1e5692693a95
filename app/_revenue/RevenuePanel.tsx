import { Change } from '@/app/_ui/Change'
import { formatDay, formatMoment, formatQuarter } from '@/app/_ui/format/date'
import { formatCompact } from '@/app/_ui/format/number'
import { board } from '@/app/_ui/messages/board'
import { common } from '@/app/_ui/messages/common'
import { Panel } from '@/app/_ui/Panel'
import type { RevenueView } from '@/lib/api/revenue/view'
import { type Quarter, quartersOf } from './quarters'
import { RevenueBars } from './RevenueBars'
import { RevenueTable } from './RevenueTable'

interface RevenuePanelProps {
  readonly side: 'cambricon' | 'nvidia'
  readonly title: string
  readonly view: RevenueView | null
}

/** Bars without script: what stands in the panel until the chart has come. */
function PlainBars({ quarters, side }: { quarters: readonly Quarter[]; side: 'cambricon' | 'nvidia' }) {
  const high = Math.max(...quarters.map(({ value }) => value), 1)
  return (
    <div className="flex h-full items-end gap-[3px] pr-2 pb-8 pl-14">
      {quarters.map(({ label, value }) => (
        <span
          key={label}
          className={`grow ${side === 'cambricon' ? 'bg-cambricon' : 'bg-nvidia'}`}
          style={{ height: `${Math.max((100 * value) / high, 0.5)}%` }}
        />
      ))}
    </div>
  )
}

/** A company's revenue by quarter in its own currency: the last figure, bars, and every number behind them. */
export function RevenuePanel({ side, title, view }: RevenuePanelProps) {
  const quarters = view ? quartersOf(view) : []
  const last = quarters.at(-1)
  if (!view || !last) {
    return (
      <Panel title={title}>
        <p className="px-4 pb-4 text-soft">{board.revenue.none}</p>
      </Panel>
    )
  }
  const currency = view.meta.currency ?? view.currency[0] ?? ''
  const source = view.meta.bundledTo ? common.bundled(view.meta.bundledTo) : last.source
  const kind = last.label.startsWith('FY') ? board.revenue.fiscal : board.revenue.calendar
  const bars = quarters.map((quarter) => ({ ...quarter, label: formatQuarter(quarter.label) }))
  return (
    <Panel title={title} note={`${currency}, ${kind} · ${source}`}>
      <p
        className="flex flex-wrap items-baseline gap-x-3 px-4"
        title={`Source: ${source} · known since ${formatMoment(last.knownAt)}`}
      >
        <span className="font-semibold text-[1.125rem] tracking-tight">
          {formatCompact(last.value)} <span className="font-normal text-faint text-small">{currency}</span>
        </span>
        <span>
          <Change fraction={last.yearOnYear} digits={1} />{' '}
          <span className="text-faint text-small">{board.revenue.onYear}</span>
        </span>
        <span className="text-faint text-small">
          {last.label}, ended {formatDay(last.end)}
        </span>
      </p>
      <RevenueBars
        side={side}
        bars={bars.map(({ label, value, yearOnYear }) => ({ label, value, yearOnYear }))}
        currency={currency}
        preview={<PlainBars quarters={quarters} side={side} />}
      />
      <details className="px-0">
        <summary className="px-4 py-2 text-soft text-small hover:text-ink">{common.numbers}</summary>
        <RevenueTable quarters={quarters} currency={currency} />
      </details>
    </Panel>
  )
}

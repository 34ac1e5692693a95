import { KeptParameters } from '@/app/_ui/KeptParameters'
import { board } from '@/app/_ui/messages/board'
import { Segmented } from '@/app/_ui/Segmented'
import { hrefWith, type Query } from '@/app/_ui/url'

/** Logarithmic or linear: links. */
export function ScaleSwitch({ query, scale }: { query: Query; scale: 'log' | 'linear' }) {
  return (
    <Segmented
      label={board.chart.scale}
      choices={[
        { href: hrefWith('/', query, { scale: null }), text: board.chart.log, active: scale === 'log' },
        { href: hrefWith('/', query, { scale: 'linear' }), text: board.chart.linear, active: scale === 'linear' },
      ]}
    />
  )
}

/** Where the lines are set to 100. Presets are links; any other date is a form that needs no script. */
export function BaseControls({ query, base }: { query: Query; base: string }) {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(base)
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Segmented
        label={board.chart.base}
        choices={board.presets.map((preset) => ({
          href: hrefWith('/', query, { base: preset.base }),
          text: preset.text,
          title: preset.title,
          active: preset.base === base,
        }))}
      />
      <form action="/" className="no-print flex items-center gap-1 text-small" key={base}>
        <KeptParameters query={query} except="base" />
        <input
          type="date"
          name="base"
          aria-label={board.chart.date}
          defaultValue={isDate ? base : undefined}
          min="2024-01-02"
          className="h-[26px] rounded-md border border-line bg-panel px-1.5 text-soft"
        />
        <button
          type="submit"
          className="h-[26px] cursor-pointer rounded-md border border-line px-2 text-soft hover:bg-well hover:text-ink"
        >
          {board.chart.go}
        </button>
      </form>
    </div>
  )
}

/** Shows or hides the days of quarterly results in the list of events. */
export function ResultsSwitch({ query, shown }: { query: Query; shown: boolean }) {
  return (
    <Segmented
      label={board.events.title}
      choices={[
        {
          href: hrefWith('/', query, { results: shown ? null : 'shown' }),
          text: shown ? board.events.hide : board.events.show,
          title: shown ? board.events.hideTitle : board.events.showTitle,
          active: shown,
        },
      ]}
    />
  )
}

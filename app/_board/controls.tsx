import { useTexts } from '@/app/_ui/i18n/texts'
import { KeptParameters } from '@/app/_ui/KeptParameters'
import { boardTexts } from '@/app/_ui/messages/board'
import { Segmented } from '@/app/_ui/Segmented'
import { hrefWith, type Query } from '@/app/_ui/url'

const presets = [
  { base: '2024-01-02', name: 'start' },
  { base: '2024-09-18', name: 'yearBefore' },
  { base: 'event:deepseek-r1-shock', name: 'r1' },
  { base: 'event:deepseek-ue8m0', name: 'ue8m0' },
  { base: '2025-09-18', name: 'article' },
] as const

/** Logarithmic or linear: links. */
export function ScaleSwitch({ query, scale }: { query: Query; scale: 'log' | 'linear' }) {
  const { chart } = useTexts(boardTexts)
  return (
    <Segmented
      label={chart.scale}
      choices={[
        { href: hrefWith('/', query, { scale: null }), text: chart.log, active: scale === 'log' },
        { href: hrefWith('/', query, { scale: 'linear' }), text: chart.linear, active: scale === 'linear' },
      ]}
    />
  )
}

/** Where the lines are set to 100. Presets are links; any other date is a form that needs no script. */
export function BaseControls({ query, base }: { query: Query; base: string }) {
  const texts = useTexts(boardTexts)
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(base)
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Segmented
        label={texts.chart.base}
        choices={presets.map((preset) => ({
          href: hrefWith('/', query, { base: preset.base, rebase: null }),
          ...texts.presets[preset.name],
          active: preset.base === base,
        }))}
      />
      <form action="/" className="no-print flex items-center gap-1 text-small" key={base}>
        <KeptParameters query={query} except="base" />
        <input
          type="date"
          name="base"
          aria-label={texts.chart.date}
          defaultValue={isDate ? base : undefined}
          min="2024-01-02"
          className="h-[26px] rounded-md border border-line bg-panel px-1.5 text-soft"
        />
        <button
          type="submit"
          className="h-[26px] cursor-pointer rounded-md border border-line px-2 text-soft hover:bg-well hover:text-ink"
        >
          {texts.chart.go}
        </button>
      </form>
    </div>
  )
}

/** In which order the events stand, and whether the days of quarterly results are among them. */
export function MovedControls({ query, order, results }: { query: Query; order: 'size' | 'date'; results: boolean }) {
  const texts = useTexts(boardTexts).moved
  return (
    <div className="flex flex-wrap gap-2">
      <Segmented
        label={texts.order}
        choices={[
          { href: hrefWith('/', query, { order: null }), text: texts.bySize, active: order === 'size' },
          { href: hrefWith('/', query, { order: 'date' }), text: texts.byDate, active: order === 'date' },
        ]}
      />
      <Segmented
        label={texts.title}
        choices={[
          {
            href: hrefWith('/', query, { results: results ? null : 'shown' }),
            text: results ? texts.hide : texts.show,
            title: results ? texts.hideTitle : texts.showTitle,
            active: results,
          },
        ]}
      />
    </div>
  )
}

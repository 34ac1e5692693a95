import { HitTable } from '@/app/_signals/HitTable'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { signalsTexts } from '@/app/_ui/messages/signals'
import { Panel } from '@/app/_ui/Panel'
import type { BacktestView, RuleView } from '@/lib/api/rules/schema'
import { path } from './RuleTable'

const shownHits = 50

/** Counts side by side, each as long as it is often. */
function Counts({
  title,
  rows,
}: {
  title: string
  rows: readonly { readonly name: string; readonly count: number }[]
}) {
  const { times } = useTexts(signalsTexts).rules
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="pb-1 text-faint text-small">{title}</h3>
      <dl className="space-y-1">
        {rows.map(({ name, count }) => (
          <div key={name} className="grid grid-cols-[6.5rem_minmax(0,1fr)_3rem] items-center gap-2">
            <dt className="truncate text-soft text-small">{name}</dt>
            <dd aria-hidden="true" className="h-2 rounded-sm bg-well">
              <span className="block h-2 rounded-sm bg-line-strong" style={{ width: `${(100 * count) / most}%` }} />
            </dd>
            <dd className="text-right text-small">{times(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** How often a rule would have fired over some days, and each time. */
export function BacktestPanel({ rule, backtest }: { rule: RuleView; backtest: BacktestView }) {
  const [{ rules: texts, filter }, say] = [useTexts(signalsTexts), useStored()]
  const hits = backtest.items.slice(0, shownHits)
  return (
    <Panel
      id="backtest"
      title={texts.backtest(say(rule.name, rule.nameZh))}
      note={texts.backtestNote}
      aside={
        <form
          action={`${path}#backtest`}
          aria-label={texts.span}
          className="no-print flex flex-wrap items-center gap-2"
          key={`${rule.slug} ${backtest.from} ${backtest.to}`}
        >
          <input type="hidden" name="rule" value={rule.slug} />
          {(['from', 'to'] as const).map((name) => (
            <label key={name} className="flex items-center gap-1.5 text-faint text-small">
              {filter[name]}
              <input type="date" name={name} defaultValue={backtest[name]} className="field" />
            </label>
          ))}
          <button type="submit" className="button h-[26px] px-3 text-small">
            {texts.play}
          </button>
        </form>
      }
      foot={hits.length > 0 && texts.shown(hits.length, backtest.fired)}
    >
      <p className="px-4 pb-3 text-lead" data-testid="backtest">
        {say(backtest.text, backtest.textZh)}
      </p>
      {hits.length === 0 ? (
        <p className="px-4 pb-4 text-soft">{texts.none}</p>
      ) : (
        <>
          <div className="grid grid-cols-1 gap-x-8 gap-y-3 px-4 pb-4 md:grid-cols-2">
            <Counts title={texts.byYear} rows={backtest.byYear.map(({ year, count }) => ({ name: year, count }))} />
            <Counts
              title={texts.byListing}
              rows={backtest.byListing.map(({ symbol, count }) => ({ name: symbol ?? texts.noListing, count }))}
            />
          </div>
          <h3 className="px-4 pb-1 text-faint text-small">{texts.hits}</h3>
          <HitTable hits={hits} asOf={null} label={texts.hits} />
        </>
      )}
    </Panel>
  )
}

import { backtestRule } from '@/lib/signals/backtest'
import type { EvaluatedRule } from '@/lib/signals/evaluate'
import { signalKind } from '@/lib/signals/kinds'
import { namesIn } from '@/lib/signals/names'
import { signalReads } from '@/lib/signals/reads'
import type { Store } from '@/lib/store/connection/store'
import type { RuleKind } from '@/lib/store/rule/parameters'
import type { Told } from '@/lib/studies/claims/result'
import { hitView } from '../signals/view'
import type { BacktestView } from './schema'

const most = 500

function told({ from, to, fired, perYear }: Pick<BacktestView, 'from' | 'to' | 'fired' | 'perYear'>): Told {
  const rate = perYear === null ? null : perYear >= 10 ? perYear.toFixed(0) : perYear.toFixed(1)
  return {
    en: `Would have fired ${fired === 1 ? 'once' : `${fired} times`} from ${from} to ${to}${rate === null ? '' : `, about ${rate} a year`}.`,
    zh: `自${from}至${to}会触发${fired}次${rate === null ? '' : `，约每年${rate}次`}。`,
  }
}

/** What a rule would have found over the days asked for, as known at `now`. The rule's parameters have to fit its kind (else a `RuleError`). */
export async function backtestView(
  store: Store,
  rule: EvaluatedRule & { readonly kind: RuleKind; readonly slug: string | null },
  span: { readonly from?: string | undefined; readonly to?: string | undefined },
  now: Date,
): Promise<BacktestView> {
  const { hits, from, to, perYear, byListing, byYear } = await backtestRule(signalReads(store, now), rule, span)
  const shown = hits.slice(-most).reverse()
  const names = await namesIn(
    store,
    shown.map(({ numbers }) => numbers),
  )
  const described = signalKind(rule.kind)?.describe(rule.parameters)
  const counts = { from, to, fired: hits.length, perYear: perYear === null ? null : Number(perYear.toFixed(2)) }
  const { en, zh } = told(counts)
  return {
    ...{ rule: rule.slug, kind: rule.kind, description: described?.en ?? '', descriptionZh: described?.zh ?? '' },
    ...counts,
    ...{ text: en, textZh: zh, byListing: [...byListing], byYear: [...byYear] },
    items: shown.map((hit) => hitView(rule.kind, hit, names)),
  }
}

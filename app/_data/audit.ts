import { type Query, queryValue } from '@/app/_ui/url'
import { auditChoices, auditView } from '@/lib/api/audit/view'
import type { CommandContext } from '@/lib/store/context'
import { pageStore } from './store'
import { viewer } from './viewer'

const perPage = 50
const idForm = /^[1-9]\d{0,17}$/

/** The names of the filters in the URL. */
export const auditFilters = ['entity', 'action', 'actor', 'key'] as const

/** The viewer as the commands and the views of what is not public want to be called with. */
export async function viewerContext(now: Date): Promise<CommandContext> {
  const { actor, scopes } = await viewer()
  return { actor, scopes, now }
}

/** A page of the audit as its URL asks for it; `wrong` are the parameters that could not be used, `older` the id below which the next page begins. */
export async function auditData(query: Query, now: Date) {
  const ctx = await viewerContext(now)
  const store = pageStore()
  const choices = await auditChoices(store, ctx)
  const [asked, action, actor, key, until] = [...auditFilters, 'until'].map((name) => queryValue(query, name))
  const entity = choices.entities.find((one) => one === asked)
  const wrong = [
    ...(asked !== undefined && entity === undefined ? ['entity'] : []),
    ...(until !== undefined && !idForm.test(until) ? ['until'] : []),
  ]
  const filter = {
    ...(entity && { entity }),
    ...(action && { action }),
    ...(actor && { actor }),
    ...(key && { key }),
    ...(until && idForm.test(until) && { until: BigInt(until) }),
  }
  const found = await auditView(store, ctx, { ...filter, limit: perPage + 1 })
  const entries = found.slice(0, perPage)
  const older = found.length > perPage ? (entries.at(-1)?.id ?? null) : null
  return { choices, entries, filter: { entity, action, actor, key }, wrong, older }
}

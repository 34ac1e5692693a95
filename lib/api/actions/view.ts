import { readActions } from '@/lib/store/action/read'
import type { Store } from '@/lib/store/connection/store'
import { listingBySymbol } from '@/lib/store/listing/list'
import { feedName } from '../source/feedName'
import type { ActionsView } from './schema'

export type { ActionsView, ActionView } from './schema'

/** The known splits and cash dividends of a listing, ascending by ex-date; null when there is no such listing. */
export async function actionsView({ sql }: Store, symbol: string): Promise<ActionsView | null> {
  const listing = await listingBySymbol(sql, symbol)
  if (listing === null) return null
  const actions = await readActions(sql, listing.id)
  return {
    items: actions.map((action) => {
      const name = { feedName: feedName(action.feed) }
      return action.kind === 'split' ? { ...action, ...name } : { ...action, cash: Number(action.cash), ...name }
    }),
  }
}

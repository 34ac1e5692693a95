import { hasGate } from '@/lib/access/current'
import { settings } from '@/lib/settings'
import { currentStore, type Store } from '@/lib/store/connection/store'

/**
 * The one place where pages get the store, only to hand it to the views of `lib/api`. Throws where reading needs a sign-in and nobody stands before the pages, as on a
 * host that runs plain Next: better no page than one for everybody.
 */
export function pageStore(): Store {
  if (!settings().PUBLIC_READING && !hasGate()) {
    throw new Error('PUBLIC_READING is off, and this server lets everybody read the pages: run `npm run web`')
  }
  return currentStore()
}

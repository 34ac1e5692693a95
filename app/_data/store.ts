import { currentStore, type Store } from '@/lib/store/connection/store'

/** The one place where pages get the store, only to hand it to the views of `lib/api`. */
export function pageStore(): Store {
  return currentStore()
}

import type { Store } from '@/lib/store/connection/store'

/** What `make` gives for a store, made once for each: tests open many in one process, and nothing of one may show in another. */
export function perStore<T>(make: (store: Store) => T): (store: Store) => T {
  const made = new WeakMap<Store, T>()
  return (store) => {
    const known = made.get(store)
    if (known !== undefined) return known
    const value = make(store)
    made.set(store, value)
    return value
  }
}

import { barFeedsFor } from '@/lib/feeds/registry'
import { isMic } from '@/lib/market/exchange'
import type { Listing } from '@/lib/store/listing/list'

/** Minutes after the close from which a bar of the listing is due: what its first feed needs. */
export function delayOf({ mic, feedSymbols }: Pick<Listing, 'mic' | 'feedSymbols'>): number {
  if (!isMic(mic)) return 0
  return barFeedsFor(mic).find(({ id }) => feedSymbols[id] !== undefined)?.delayMinutes ?? 0
}

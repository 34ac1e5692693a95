import type { TokenBucket } from '@/lib/store/limit/bucket'

const kinds = ['signIn', 'signInName', 'links', 'writes', 'exports', 'studies'] as const
export type LimitKind = (typeof kinds)[number]

/** The bucket of each kind of request; null for no limit. */
export type Limits = Readonly<Record<LimitKind, TokenBucket | null>>

/** What one client may ask: signing in and links by address, signing in by account as well; changes by caller; files and studies by address. */
export const usualLimits: Limits = {
  signIn: { capacity: 20, perSecond: 1 / 10 },
  signInName: { capacity: 10, perSecond: 1 / 30 },
  links: { capacity: 20, perSecond: 1 / 10 },
  writes: { capacity: 300, perSecond: 5 },
  exports: { capacity: 120, perSecond: 2 },
  studies: { capacity: 240, perSecond: 8 },
}

/** No limit at all. */
export const noLimits = Object.fromEntries(kinds.map((kind) => [kind, null])) as Limits

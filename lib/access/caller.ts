import type { Scope } from '@/lib/store/context'

/** Who sends a request, and what they may do. */
export interface Caller {
  /** What the audit calls them: an address, a key with its owner. */
  readonly actor: string
  readonly scopes: readonly Scope[]
  /** The account behind it; null for nobody. */
  readonly userId: string | null
  /** How they proved it. What a browser sends by itself (`session`) is not believed when another site asked for it. */
  readonly via: 'nobody' | 'session' | 'key'
}

/** A reader who is not signed in, where reading is public. */
export const nobody: Caller = { actor: 'nobody', scopes: ['read'], userId: null, via: 'nobody' }

/** Finds out who sends a request. Throws nothing for a wrong or expired proof: such a caller is nobody. */
export type Identify = (request: Request, now: Date) => Promise<Caller>

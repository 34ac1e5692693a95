import type { Role } from '@/lib/store/account/role'
import type { Scope } from '@/lib/store/context'

/** Who sends a request, and what they may do. */
export interface Caller {
  /** What the audit calls them: an address, a key with its owner. */
  readonly actor: string
  readonly scopes: readonly Scope[]
  /** The account behind it; null for nobody. */
  readonly userId: string | null
  /**
   * How they proved it. What a browser sends by itself (`session`) is not believed when another site asked for it. `refused`: they sent a key that is not valid (any
   * more), and are not served as nobody.
   */
  readonly via: 'nobody' | 'session' | 'key' | 'refused'
  /** The account's own data; not for nobody. */
  readonly account?: { readonly email: string; readonly name: string; readonly role: Role }
  /** The browser that is signed in, and when its token was made. */
  readonly signIn?: { readonly id: string; readonly tokenAt: Date }
}

/** A reader who is not signed in, where reading is public. */
export const nobody: Caller = { actor: 'nobody', scopes: ['read'], userId: null, via: 'nobody' }

/** A reader who is not signed in, where reading needs it. */
export const outsider: Caller = { ...nobody, scopes: [] }

/** Who sent a key that is not valid. */
export const refused: Caller = { ...outsider, via: 'refused' }

/** Finds out who sends a request. Throws nothing for a wrong or expired proof: a browser whose session ended is nobody. */
export type Identify = (request: Pick<Request, 'headers'>, now: Date) => Promise<Caller>

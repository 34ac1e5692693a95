import type { KeyScope } from '@/lib/store/account/role'

/** An API key as it is listed; moments are ISO in UTC. */
export interface KeyRow {
  readonly id: string
  readonly name: string
  /** Its first characters. */
  readonly start: string
  readonly scope: KeyScope
  /** The address of its owner. */
  readonly owner: string
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly revokedAt: string | null
  readonly lastUsed: string | null
}

/** Whether a key works at the moment `at` (ISO in UTC), or why not. */
export function keyState({ revokedAt, expiresAt }: Pick<KeyRow, 'revokedAt' | 'expiresAt'>, at: string) {
  if (revokedAt !== null) return 'revoked'
  return expiresAt !== null && expiresAt <= at ? 'expired' : 'valid'
}

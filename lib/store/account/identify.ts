import type { Queryable } from '../connection/sql'
import type { KeyScope, Role } from './role'
import { idleMs, lifeMs, rotationGraceMs } from './signIn'

/** How exactly the last use of a browser or key is known; a use within that time writes nothing. */
export const stampEveryMs = 60_000

interface Owner {
  readonly userId: string
  readonly email: string
  readonly name: string
  readonly role: Role
}

/** A browser that is signed in, and whose. */
export interface KnownSignIn extends Owner {
  readonly signInId: string
  /** When its token was made. */
  readonly tokenAt: Date
}

/** A valid key, and whose. */
export interface KnownKey extends Owner {
  readonly keyId: string
  readonly keyName: string
  readonly scope: KeyScope
}

/**
 * Who is signed in by a token at `now`; null when nobody is, or the account is disabled. Keeps when it was last used, and with it how long it lasts.
 */
export async function signInByToken(sql: Queryable, token: string, now: Date): Promise<KnownSignIn | null> {
  const [row] = await sql<(KnownSignIn & { usedAt: Date })[]>`
    SELECT s.id AS "signInId", coalesce(s.rotated_at, s.created_at) AS "tokenAt", s.updated_at AS "usedAt",
      u.id AS "userId", u.email, u.name, u.role::text AS role
    FROM sign_in s JOIN account_user u ON u.id = s.user_id
    WHERE (s.token = ${token} OR (s.previous_token = ${token} AND s.rotated_at > ${new Date(now.getTime() - rotationGraceMs)}))
      AND s.expires_at > ${now} AND u.disabled_at IS NULL`
  if (row === undefined) return null
  const { usedAt, ...known } = row
  if (now.getTime() - usedAt.getTime() >= stampEveryMs) {
    await sql`
      UPDATE sign_in SET updated_at = ${now}, expires_at = greatest(expires_at, least(${new Date(now.getTime() + idleMs)}, created_at + make_interval(secs => ${lifeMs / 1000})))
      WHERE id = ${known.signInId}`
  }
  return known
}

/** Whose key has this hash at `now`; null when none, or it is revoked or expired, or its owner disabled. Keeps when it was last used. */
export async function keyByHash(sql: Queryable, hash: string, now: Date): Promise<KnownKey | null> {
  const [row] = await sql<(KnownKey & { usedAt: Date | null })[]>`
    SELECT k.id AS "keyId", k.name AS "keyName", k.scope::text AS scope, k.last_used_at AS "usedAt",
      u.id AS "userId", u.email, u.name, u.role::text AS role
    FROM api_key k JOIN account_user u ON u.id = k.user_id
    WHERE k.key_hash = ${hash} AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > ${now}) AND u.disabled_at IS NULL`
  if (row === undefined) return null
  const { usedAt, ...known } = row
  if (usedAt === null || now.getTime() - usedAt.getTime() >= stampEveryMs) {
    await sql`UPDATE api_key SET last_used_at = ${now} WHERE id = ${known.keyId}`
  }
  return known
}

import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type AuditNote, runCommand } from '../audit/command'
import type { Queryable } from '../connection/sql'
import type { Store } from '../connection/store'
import type { CommandContext } from '../context'
import { parsedInput } from '../editable/value'
import { InputError, UnknownError } from '../errors'
import { lineInput } from '../input'
import { keyScopeInput, lifeInput } from './input'
import { lockedAccount } from './read'
import { type KeyScope, mayGiveKey } from './role'
import { hashOfSecret, newSecret } from './secret'

/** What every key begins with, so that it is known for one wherever it turns up. */
export const keyPrefix = 'tm_'

const shownCharacters = 8
const mostKeys = 50

export interface ListedKey {
  readonly id: string
  readonly name: string
  /** Its first characters. */
  readonly start: string
  readonly scope: KeyScope
  /** The address of its owner. */
  readonly owner: string
  readonly createdAt: Date
  readonly expiresAt: Date | null
  readonly revokedAt: Date | null
  readonly lastUsed: Date | null
}

const columns = (sql: Queryable) =>
  sql`k.id, k.name, k.start, k.scope::text AS scope, u.email AS owner, k.created_at AS "createdAt", k.expires_at AS "expiresAt",
    k.revoked_at AS "revokedAt", k.last_used_at AS "lastUsed"`

/** The keys of an account, or everybody's (null), the newest first; revoked and expired ones too. */
export async function listKeys(sql: Queryable, userId: string | null): Promise<ListedKey[]> {
  return sql<ListedKey[]>`
    SELECT ${columns(sql)} FROM api_key k JOIN account_user u ON u.id = k.user_id
    WHERE ${userId === null ? sql`true` : sql`k.user_id = ${userId}`} ORDER BY k.created_at DESC, k.id LIMIT 1000`
}

function keyState({ name, start, scope, owner, expiresAt, revokedAt }: ListedKey): AuditNote['after'] {
  return { name, start, scope, owner, expiresAt: expiresAt?.toISOString() ?? null, revoked: revokedAt !== null }
}

const keyInput = z.strictObject({ name: lineInput(100), scope: keyScopeInput, expiresInDays: lifeInput.optional() })

/**
 * Makes a key for an account from `{name, scope, expiresInDays?}`; the key itself is told this once. Throws `InputError`, also for a scope that its owner does not have.
 */
export async function makeKey(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  userId: string,
  input: unknown,
): Promise<{ readonly key: string; readonly listed: ListedKey }> {
  return runCommand(store, ctx, 'read', async (sql) => {
    const { name, scope, expiresInDays } = parsedInput(keyInput, input)
    const { email, role } = await lockedAccount(sql, userId)
    if (!mayGiveKey(role, scope)) throw new InputError([{ name: 'scope', detail: `is more than a ${role} may do` }])
    const [{ count } = { count: 0 }] = await sql<{ count: number }[]>`
      SELECT count(*)::int AS count FROM api_key WHERE user_id = ${userId} AND revoked_at IS NULL`
    if (count >= mostKeys)
      throw new InputError([{ name: 'name', detail: `there are ${mostKeys} keys: revoke one first` }])
    const key = `${keyPrefix}${newSecret()}`
    const listed: ListedKey = {
      ...{ id: randomUUID(), name, start: key.slice(0, shownCharacters), scope, owner: email, createdAt: ctx.now },
      expiresAt: expiresInDays === undefined ? null : new Date(ctx.now.getTime() + expiresInDays * 86_400_000),
      ...{ revokedAt: null, lastUsed: null },
    }
    await sql`
      INSERT INTO api_key (id, name, start, key_hash, scope, user_id, created_at, expires_at)
      VALUES (${listed.id}, ${name}, ${listed.start}, ${hashOfSecret(key)}, ${scope}::"KeyScope", ${userId}, ${ctx.now}, ${listed.expiresAt})`
    const note = { action: 'create', entity: 'key', key: listed.id, before: null, after: keyState(listed) } as const
    return { result: { key, listed }, note }
  })
}

/** Ends a key for good: one of `userId`, or anybody's for an admin. Throws `UnknownError` also when it is revoked already. */
export async function revokeKey(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  { id, userId }: { readonly id: string; readonly userId: string },
): Promise<ListedKey> {
  return runCommand(store, ctx, 'read', async (sql) => {
    const everybodys = ctx.scopes.includes('admin')
    const [stored] = await sql<ListedKey[]>`
      SELECT ${columns(sql)} FROM api_key k JOIN account_user u ON u.id = k.user_id
      WHERE k.id = ${id} AND k.revoked_at IS NULL AND (${everybodys} OR k.user_id = ${userId}) FOR UPDATE OF k`
    if (stored === undefined) throw new UnknownError('key', id)
    await sql`UPDATE api_key SET revoked_at = ${ctx.now} WHERE id = ${id}`
    const result = { ...stored, revokedAt: ctx.now }
    const states = { before: keyState(stored), after: keyState(result) }
    return { result, note: { action: 'revoke', entity: 'key', key: id, ...states } }
  })
}

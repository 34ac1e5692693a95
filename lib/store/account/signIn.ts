import { randomUUID } from 'node:crypto'
import { runCommand } from '../audit/command'
import type { Queryable } from '../connection/sql'
import type { Store } from '../connection/store'
import type { CommandContext } from '../context'
import { UnknownError } from '../errors'
import { lockedAccount } from './read'
import { newSecret } from './secret'

const dayMs = 86_400_000

/** A browser that is not used for so long has to sign in again. */
export const idleMs = 14 * dayMs
/** And every browser after so long. */
export const lifeMs = 90 * dayMs
/** A token is exchanged for a new one when it is so old. */
export const rotateAfterMs = dayMs
/** Requests that were on their way with the token before still count for so long. */
export const rotationGraceMs = 60_000

/** Where somebody signs in from. */
export interface Browser {
  readonly address: string | null
  readonly userAgent: string | null
}

/** Adds a browser that is signed in; returns its token. Only inside the transaction of a command. */
export async function insertSignIn(
  sql: Queryable,
  { now }: CommandContext,
  userId: string,
  { address, userAgent }: Browser,
): Promise<string> {
  const token = newSecret()
  const expiresAt = new Date(now.getTime() + idleMs)
  await sql`
    INSERT INTO sign_in (id, token, expires_at, ip_address, user_agent, user_id, created_at, updated_at)
    VALUES (${randomUUID()}, ${token}, ${expiresAt}, ${address}, ${userAgent}, ${userId}, ${now}, ${now})`
  return token
}

/** What somebody proves a password against; `hash` is null when they have none. */
export interface PasswordOf {
  readonly userId: string
  readonly hash: string | null
  readonly disabled: boolean
}

/** What the password of an address (in small letters) is compared with; null when there is no such account. */
export async function passwordOf(sql: Queryable, email: string): Promise<PasswordOf | null> {
  const [row] = await sql<PasswordOf[]>`
    SELECT u.id AS "userId", c.password AS hash, u.disabled_at IS NOT NULL AS disabled
    FROM account_user u LEFT JOIN credential c ON c.user_id = u.id AND c.provider_id = 'credential' WHERE u.email = ${email}`
  return row ?? null
}

/**
 * Signs an account in whose password was proven; returns the token of the browser. `hash` is what was proven: a password that was changed meanwhile does not
 * count. Throws `UnknownError` then, and for an account that is disabled.
 */
export async function signIn(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  { userId, hash, browser }: { readonly userId: string; readonly hash: string; readonly browser: Browser },
): Promise<string> {
  return runCommand(store, ctx, 'read', async (sql) => {
    const { email, disabledAt } = await lockedAccount(sql, userId)
    const current = await passwordOf(sql, email)
    if (disabledAt !== null || current?.hash !== hash) throw new UnknownError('account', userId)
    const result = await insertSignIn(sql, ctx, userId, browser)
    const after = { how: 'password', address: browser.address, userAgent: browser.userAgent }
    return { result, note: { action: 'sign-in', entity: 'sign-in', key: email, before: null, after } }
  })
}

/** A browser that is signed in, as its owner sees it. */
export interface ListedSignIn {
  readonly id: string
  readonly createdAt: Date
  readonly lastUsed: Date
  readonly address: string | null
  readonly userAgent: string | null
}

/** The browsers in which an account is signed in at `now`, the last used first. */
export async function listSignIns(sql: Queryable, userId: string, now: Date): Promise<ListedSignIn[]> {
  return sql<ListedSignIn[]>`
    SELECT id, created_at AS "createdAt", updated_at AS "lastUsed", nullif(ip_address, '') AS address, nullif(user_agent, '') AS "userAgent"
    FROM sign_in WHERE user_id = ${userId} AND expires_at > ${now} ORDER BY updated_at DESC, id`
}

/** Exchanges the token of a browser for a new one, which is returned; null when another request has just done so. It keeps its place among the browsers. */
export async function rotateSignIn(sql: Queryable, id: string, now: Date): Promise<string | null> {
  const token = newSecret()
  const due = new Date(now.getTime() - rotateAfterMs)
  const rows = await sql`
    UPDATE sign_in SET previous_token = token, token = ${token}, rotated_at = ${now}
    WHERE id = ${id} AND coalesce(rotated_at, created_at) <= ${due} RETURNING id`
  return rows.length === 0 ? null : token
}

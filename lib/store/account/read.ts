import type { Json } from '../audit/command'
import type { Queryable } from '../connection/sql'
import { UnknownError } from '../errors'
import type { Role } from './role'

/** Somebody who can sign in, or could while `disabledAt` was null. `version` counts the changes of role and state. */
export interface Account {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly disabledAt: Date | null
  readonly version: number
  readonly createdAt: Date
}

const columns = (sql: Queryable) =>
  sql`u.id, u.email, u.name, u.role::text AS role, u.disabled_at AS "disabledAt", u.version, u.created_at AS "createdAt"`

/** The account of an id, locked until the transaction ends. Throws `UnknownError` when there is none. */
export async function lockedAccount(sql: Queryable, id: string): Promise<Account> {
  const [account] = await sql<Account[]>`SELECT ${columns(sql)} FROM account_user u WHERE u.id = ${id} FOR UPDATE`
  if (account === undefined) throw new UnknownError('account', id)
  return account
}

/** The account of an address (in small letters), or null. */
export async function accountByEmail(sql: Queryable, email: string): Promise<Account | null> {
  const [account] = await sql<Account[]>`SELECT ${columns(sql)} FROM account_user u WHERE u.email = ${email}`
  return account ?? null
}

/** An account with what it has: when it was last seen (null: never), its open browsers, valid keys and passkeys. */
export interface ListedAccount extends Account {
  readonly lastSeen: Date | null
  readonly sessions: number
  readonly keys: number
  readonly passkeys: number
}

/** Every account, by its address. */
export async function listAccounts(sql: Queryable, now: Date): Promise<ListedAccount[]> {
  return sql<ListedAccount[]>`
    SELECT ${columns(sql)},
      (SELECT max(at) FROM (
        SELECT updated_at AS at FROM sign_in WHERE user_id = u.id
        UNION ALL SELECT last_used_at FROM api_key WHERE user_id = u.id
      ) seen) AS "lastSeen",
      (SELECT count(*)::int FROM sign_in WHERE user_id = u.id AND expires_at > ${now}) AS sessions,
      (SELECT count(*)::int FROM api_key WHERE user_id = u.id AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ${now})) AS keys,
      (SELECT count(*)::int FROM passkey WHERE user_id = u.id) AS passkeys
    FROM account_user u ORDER BY u.email`
}

/** Whether somebody can sign in as an admin. */
export async function hasAdmin(sql: Queryable): Promise<boolean> {
  const [row] = await sql`SELECT 1 FROM account_user WHERE role = 'admin' AND disabled_at IS NULL LIMIT 1`
  return row !== undefined
}

/** Lets only one transaction at a time decide about who is an admin. */
export async function lockAdmins(sql: Queryable): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('tidemark admins'))`
}

/** An account in the form the audit keeps. */
export function accountState({ email, name, role, disabledAt }: Account): { readonly [name: string]: Json } {
  return { email, name, role, disabled: disabledAt !== null }
}

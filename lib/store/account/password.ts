import { randomUUID } from 'node:crypto'
import { runCommand } from '../audit/command'
import type { Queryable } from '../connection/sql'
import type { Store } from '../connection/store'
import type { CommandContext } from '../context'
import { UnknownError } from '../errors'
import { deleteSignIns } from './endSignIns'
import { accountState, lockedAccount } from './read'
import { passwordOf } from './signIn'

/** Makes `hash` the one of the account's password. Only inside the transaction of a command. */
export async function putPassword(
  sql: Queryable,
  { now }: CommandContext,
  userId: string,
  hash: string,
): Promise<void> {
  const changed = await sql`
    UPDATE credential SET password = ${hash}, updated_at = ${now} WHERE user_id = ${userId} AND provider_id = 'credential' RETURNING id`
  if (changed.length > 0) return
  await sql`
    INSERT INTO credential (id, account_id, provider_id, user_id, password, created_at, updated_at)
    VALUES (${randomUUID()}, ${userId}, 'credential', ${userId}, ${hash}, ${now}, ${now})`
}

/** The hash of an account's password, or null when it has none. */
export async function passwordHashOf(sql: Queryable, userId: string): Promise<string | null> {
  const [row] = await sql<{ hash: string | null }[]>`
    SELECT password AS hash FROM credential WHERE user_id = ${userId} AND provider_id = 'credential'`
  return row?.hash ?? null
}

/**
 * Gives an account another password and ends its other browsers. `proven` is the hash that its owner has just proven to know: when it changed meanwhile, nothing is
 * done and `UnknownError` is thrown.
 */
export async function changePassword(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  of: { readonly userId: string; readonly signInId: string; readonly proven: string; readonly hash: string },
): Promise<void> {
  return runCommand(store, ctx, 'read', async (sql) => {
    const account = await lockedAccount(sql, of.userId)
    if ((await passwordOf(sql, account.email))?.hash !== of.proven) throw new UnknownError('password', 'that was sent')
    await putPassword(sql, ctx, of.userId, of.hash)
    const ended = await deleteSignIns(sql, of.userId, { but: of.signInId })
    const before = accountState(account)
    const after = { ...before, password: 'changed', endedBrowsers: ended }
    return {
      result: undefined,
      note: { action: 'change-password', entity: 'account', key: account.email, before, after },
    }
  })
}

import { runCommand } from '../audit/command'
import type { Queryable } from '../connection/sql'
import type { Store } from '../connection/store'
import type { CommandContext, Scope } from '../context'
import { UnknownError } from '../errors'
import { lockedAccount } from './read'

/** Which browsers of an account: one, all but one, or all. */
export type WhichSignIns = { readonly id: string } | { readonly but: string } | 'all'

/** Ends browsers of an account; how many there were. Only inside the transaction of a command. */
export async function deleteSignIns(sql: Queryable, userId: string, which: WhichSignIns): Promise<number> {
  const id = which !== 'all' && 'id' in which ? which.id : null
  const but = which !== 'all' && 'but' in which ? which.but : null
  const ended = await sql`
    DELETE FROM sign_in WHERE user_id = ${userId} AND (${id}::text IS NULL OR id = ${id}) AND (${but}::text IS NULL OR id <> ${but}) RETURNING id`
  return ended.length
}

/**
 * Ends browsers of an account; how many there were. Signing out (`sign-out`) is ending one's own. Throws `ScopeError`, and `UnknownError` for an account or a
 * single browser that is not there.
 */
export async function endSignIns(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  of: {
    readonly userId: string
    readonly which: WhichSignIns
    readonly action: 'sign-out' | 'end'
    /** `admin` to end somebody else's. */
    readonly scope: Scope
  },
): Promise<number> {
  return runCommand(store, ctx, of.scope, async (sql) => {
    const { email } = await lockedAccount(sql, of.userId)
    const result = await deleteSignIns(sql, of.userId, of.which)
    if (result === 0 && of.which !== 'all' && 'id' in of.which) throw new UnknownError('sign-in', of.which.id)
    if (result === 0) return { result, note: null }
    const before = { browsers: result }
    return { result, note: { action: of.action, entity: 'sign-in', key: email, before, after: null } }
  })
}

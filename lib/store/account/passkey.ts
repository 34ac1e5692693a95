import { runCommand } from '../audit/command'
import type { Queryable } from '../connection/sql'
import type { Store } from '../connection/store'
import type { CommandContext } from '../context'
import { UnknownError } from '../errors'

export interface ListedPasskey {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
}

/** The passkeys of an account, the oldest first. */
export async function listPasskeys(sql: Queryable, userId: string): Promise<ListedPasskey[]> {
  return sql<ListedPasskey[]>`
    SELECT id, coalesce(name, '') AS name, created_at AS "createdAt" FROM passkey WHERE user_id = ${userId} ORDER BY created_at, id`
}

/** Takes a passkey off an account. Throws `UnknownError` when it has no such one. */
export async function removePasskey(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  { id, userId }: { readonly id: string; readonly userId: string },
): Promise<void> {
  return runCommand(store, ctx, 'read', async (sql) => {
    const [gone] = await sql<{ name: string }[]>`
      DELETE FROM passkey WHERE id = ${id} AND user_id = ${userId} RETURNING coalesce(name, '') AS name`
    if (gone === undefined) throw new UnknownError('passkey', id)
    const before = { name: gone.name, owner: ctx.actor }
    return { result: undefined, note: { action: 'remove', entity: 'passkey', key: id, before, after: null } }
  })
}

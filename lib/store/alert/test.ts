import { runCommand } from '../audit/command'
import type { Store } from '../connection/store'
import type { CommandContext } from '../context'
import { enqueuePlain } from '../delivery/enqueue'
import { UnknownError } from '../errors'
import { lockAlert } from './list'

/** Makes a test message of an account's alert, at most one a second. Returns its key. Throws `UnknownError`. Needs the scope `read`. */
export async function testAlert(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  userId: string,
  id: string,
): Promise<string> {
  return runCommand(store, ctx, 'read', async (sql) => {
    if ((await lockAlert(sql, userId, id)) === null) throw new UnknownError('alert', id)
    const subject = ctx.now.toISOString().slice(0, 19)
    const added = await enqueuePlain(sql, { ...ctx, scopes: ['ingest'] }, [{ alertId: id, kind: 'test', subject }])
    const note = { action: 'test', entity: 'alert', key: id, before: null, after: { subject } } as const
    return { result: `${id}.test.${subject}`, note: added === 0 ? null : note }
  })
}

import { z } from 'zod'
import { type AuditNote, runCommand } from '../audit/command'
import type { Queryable } from '../connection/sql'
import type { Store } from '../connection/store'
import type { CommandContext } from '../context'
import { differenceOf, parsedInput } from '../editable/value'
import { InputError, VersionConflictError } from '../errors'
import { deleteSignIns } from './endSignIns'
import { nameInput, roleInput } from './input'
import { type Account, accountState, lockAdmins, lockedAccount } from './read'

const changeInput = z.strictObject({ role: roleInput.optional(), disabled: z.boolean().optional() })

async function assertAdminLeft(sql: Queryable, id: string, field: string): Promise<void> {
  const [other] =
    await sql`SELECT 1 FROM account_user WHERE role = 'admin' AND disabled_at IS NULL AND id <> ${id} LIMIT 1`
  if (other === undefined)
    throw new InputError([{ name: field, detail: 'this is the last admin: make another one first' }])
}

/** What an audit entry says an admin did: to one's being let in, or to one's role. */
function actionOf(before: Account, after: Account): string {
  if ((before.disabledAt === null) === (after.disabledAt === null)) return 'update'
  return after.disabledAt === null ? 'enable' : 'disable'
}

/**
 * Gives an account another role, or disables or enables it; `patch` is `{role?, disabled?}`. A disabled account is signed out everywhere and its keys do nothing. The
 * last admin stays one. Throws `ScopeError`, `UnknownError`, `InputError`, `VersionConflictError`.
 */
export async function changeAccount(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  { id, patch, version }: { readonly id: string; readonly patch: unknown; readonly version: number },
): Promise<Account> {
  return runCommand(store, ctx, 'admin', async (sql) => {
    await lockAdmins(sql)
    const stored = await lockedAccount(sql, id)
    const change = parsedInput(changeInput, patch)
    if (stored.version !== version) {
      const versions = { sent: version, stored: stored.version }
      throw new VersionConflictError('account', stored.email, versions, differenceOf(accountState(stored), change))
    }
    const role = change.role ?? stored.role
    const disabled = change.disabled ?? stored.disabledAt !== null
    if (role === stored.role && disabled === (stored.disabledAt !== null)) return { result: stored, note: null }
    const wasAdmin = stored.role === 'admin' && stored.disabledAt === null
    if (wasAdmin && (role !== 'admin' || disabled)) await assertAdminLeft(sql, id, disabled ? 'disabled' : 'role')
    const disabledAt = disabled ? (stored.disabledAt ?? ctx.now) : null
    await sql`
      UPDATE account_user SET role = ${role}::"Role", disabled_at = ${disabledAt}, updated_at = ${ctx.now}, version = version + 1 WHERE id = ${id}`
    if (disabled) await deleteSignIns(sql, id, 'all')
    const result = await lockedAccount(sql, id)
    const states = { before: accountState(stored), after: accountState(result) }
    const note: AuditNote = { action: actionOf(stored, result), entity: 'account', key: stored.email, ...states }
    return { result, note }
  })
}

/** Calls an account by another name (`{name}`). Throws `UnknownError`, `InputError`. */
export async function renameAccount(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  id: string,
  input: unknown,
): Promise<Account> {
  return runCommand(store, ctx, 'read', async (sql) => {
    const stored = await lockedAccount(sql, id)
    const { name } = parsedInput(z.strictObject({ name: nameInput }), input)
    if (name === stored.name) return { result: stored, note: null }
    await sql`UPDATE account_user SET name = ${name}, updated_at = ${ctx.now} WHERE id = ${id}`
    const result = { ...stored, name }
    const [before, after] = [accountState(stored), accountState(result)]
    return { result, note: { action: 'update', entity: 'account', key: stored.email, before, after } }
  })
}

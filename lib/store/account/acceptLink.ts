import { randomUUID } from 'node:crypto'
import { type AuditNote, runCommand } from '../audit/command'
import type { Queryable } from '../connection/sql'
import type { Store } from '../connection/store'
import type { CommandContext } from '../context'
import { InputError, UnknownError } from '../errors'
import { deleteSignIns } from './endSignIns'
import { linkByToken, type OpenLink } from './link'
import { putPassword } from './password'
import { accountByEmail, accountState, lockAdmins, lockedAccount } from './read'
import { type Browser, insertSignIn } from './signIn'

/** What somebody sends who was given a link. */
export interface LinkUse {
  readonly token: string
  /** The hash of the password they chose. */
  readonly passwordHash: string
  /** What they are called; a reset leaves it when it is not given. */
  readonly name?: string
  /** The address of the first admin; other links know theirs. */
  readonly email?: string
  readonly browser: Browser
}

const missing = (name: string, what: string) => new InputError([{ name, detail: `expected ${what}` }])

async function addAccount(sql: Queryable, ctx: CommandContext, link: OpenLink, use: LinkUse): Promise<string> {
  const email = link.email ?? use.email
  if (email === undefined) throw missing('email', 'your e-mail address')
  if (use.name === undefined) throw missing('name', 'your name')
  if ((await accountByEmail(sql, email)) !== null) {
    throw new InputError([{ name: 'email', detail: 'has an account already' }])
  }
  const id = randomUUID()
  await sql`
    INSERT INTO account_user (id, name, email, role, created_at, updated_at)
    VALUES (${id}, ${use.name}, ${email}, ${link.role}::"Role", ${ctx.now}, ${ctx.now})`
  return id
}

/** The account a link resets, its browsers ended. */
async function resetAccount(sql: Queryable, ctx: CommandContext, userId: string, { name }: LinkUse): Promise<string> {
  await deleteSignIns(sql, userId, 'all')
  if (name !== undefined)
    await sql`UPDATE account_user SET name = ${name}, updated_at = ${ctx.now} WHERE id = ${userId}`
  return userId
}

/**
 * Uses a link: makes the account, or gives it its new password, and signs it in; returns the token of the browser. It works once, also when two use it at once.
 * What the caller may do comes from the link. Throws `UnknownError` for a token that opens nothing, `InputError` for what is missing.
 */
export async function acceptLink(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  use: LinkUse,
): Promise<{ readonly token: string; readonly userId: string }> {
  return runCommand(store, ctx, 'read', async (sql) => {
    await lockAdmins(sql)
    const link = await linkByToken(sql, use.token, ctx.now)
    if (link === null) throw new UnknownError('link', 'of this token')
    const used =
      await sql`UPDATE account_link SET used_at = ${ctx.now} WHERE id = ${link.id} AND used_at IS NULL RETURNING id`
    if (used.length === 0) throw new UnknownError('link', 'of this token')
    const before = link.userId === null ? null : accountState(await lockedAccount(sql, link.userId))
    const userId =
      link.userId === null ? await addAccount(sql, ctx, link, use) : await resetAccount(sql, ctx, link.userId, use)
    await putPassword(sql, ctx, userId, use.passwordHash)
    const token = await insertSignIn(sql, ctx, userId, use.browser)
    const account = await lockedAccount(sql, userId)
    const note: AuditNote = {
      action: link.kind === 'reset' ? 'reset-password' : 'create',
      ...{ entity: 'account', key: account.email, before },
      after: { ...accountState(account), by: link.kind, invitedBy: link.createdBy, address: use.browser.address },
    }
    return { result: { token, userId }, note }
  })
}

import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type AuditNote, runCommand } from '../audit/command'
import type { Queryable } from '../connection/sql'
import type { Store } from '../connection/store'
import type { CommandContext } from '../context'
import { parsedInput } from '../editable/value'
import { InputError, UnknownError } from '../errors'
import { emailInput, roleInput } from './input'
import { accountByEmail, lockedAccount } from './read'
import type { Role } from './role'
import { hashOfSecret, newSecret } from './secret'

export const linkKinds = ['setup', 'invite', 'reset'] as const
export type LinkKind = (typeof linkKinds)[number]

const inviteInput = z.strictObject({ email: emailInput, role: roleInput })

const dayMs = 86_400_000
const livesMs: Readonly<Record<LinkKind, number>> = { setup: dayMs, invite: 7 * dayMs, reset: dayMs }

/** A link that was given out and not used yet. `email` is null for the one that makes the first admin. */
export interface OpenLink {
  readonly id: string
  readonly kind: LinkKind
  readonly email: string | null
  readonly role: Role
  readonly userId: string | null
  readonly createdBy: string
  readonly createdAt: Date
  readonly expiresAt: Date
}

/** A link with its token, which is told once. */
export interface NewLink extends OpenLink {
  readonly token: string
}

/** Where a link leads on the site at `origin`: `/setup`, `/invite` or `/reset`, with its token. */
export function linkUrl({ kind, token }: Pick<NewLink, 'kind' | 'token'>, origin: string): string {
  return `${origin.replace(/\/$/, '')}/${kind}?token=${encodeURIComponent(token)}`
}

const linkColumns = (sql: Queryable) =>
  sql`id, kind::text AS kind, email, role::text AS role, user_id AS "userId", created_by AS "createdBy", created_at AS "createdAt", expires_at AS "expiresAt"`

function linkState({ kind, email, role, expiresAt }: OpenLink): AuditNote['after'] {
  return { kind, email, role, expiresAt: expiresAt.toISOString() }
}

/** Adds a link in place of the open ones of its kind and address. Only inside the transaction of a command. */
async function insertLink(
  sql: Queryable,
  ctx: CommandContext,
  { kind, email, role, userId, token }: Pick<NewLink, 'kind' | 'email' | 'role' | 'userId' | 'token'>,
): Promise<{ readonly result: NewLink; readonly note: AuditNote }> {
  await sql`DELETE FROM account_link WHERE kind::text = ${kind} AND email IS NOT DISTINCT FROM ${email} AND used_at IS NULL`
  const expiresAt = new Date(ctx.now.getTime() + livesMs[kind])
  const link = { id: randomUUID(), kind, email, role, userId, createdBy: ctx.actor, createdAt: ctx.now, expiresAt }
  await sql`
    INSERT INTO account_link (id, kind, token_hash, email, role, user_id, created_by, created_at, expires_at)
    VALUES (${link.id}, ${kind}::"AccountLinkKind", ${hashOfSecret(token)}, ${email}, ${role}::"Role", ${userId}, ${ctx.actor}, ${ctx.now}, ${expiresAt})`
  const note = { action: 'create', entity: 'link', key: link.id, before: null, after: linkState(link) } as const
  return { result: { ...link, token }, note }
}

/** Makes the link with which the first admin is made, in place of every one before. `token` is random unless it is given. Throws `ScopeError`. */
export async function makeSetupLink(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  token: string = newSecret(),
): Promise<NewLink> {
  return runCommand(store, ctx, 'admin', async (sql) => {
    // A token that is given stays the same over starts, used or not.
    await sql`DELETE FROM account_link WHERE kind = 'setup'`
    return insertLink(sql, ctx, { kind: 'setup', email: null, role: 'admin', userId: null, token })
  })
}

/** Invites somebody by `{email, role}`; a link of an earlier invitation ends. Throws `ScopeError`, and `InputError` also when there is such an account. */
export async function invite(store: Pick<Store, 'sql'>, ctx: CommandContext, input: unknown): Promise<NewLink> {
  return runCommand(store, ctx, 'admin', async (sql) => {
    const { email, role } = parsedInput(inviteInput, input)
    if ((await accountByEmail(sql, email)) !== null) {
      throw new InputError([{ name: 'email', detail: 'has an account already' }])
    }
    return insertLink(sql, ctx, { kind: 'invite', email, role, userId: null, token: newSecret() })
  })
}

/** Makes a link with which an account sets a new password; an earlier one ends. Throws `ScopeError`, `UnknownError`. */
export async function makeResetLink(store: Pick<Store, 'sql'>, ctx: CommandContext, userId: string): Promise<NewLink> {
  return runCommand(store, ctx, 'admin', async (sql) => {
    const { email, role, disabledAt } = await lockedAccount(sql, userId)
    if (disabledAt !== null) {
      throw new InputError([{ name: 'id', detail: 'is disabled: a link would not let them in' }])
    }
    return insertLink(sql, ctx, { kind: 'reset', email, role, userId, token: newSecret() })
  })
}

/** Takes back a link that was not used. Throws `ScopeError`, `UnknownError`. */
export async function withdrawLink(store: Pick<Store, 'sql'>, ctx: CommandContext, id: string): Promise<void> {
  return runCommand(store, ctx, 'admin', async (sql) => {
    const [link] = await sql<OpenLink[]>`
      DELETE FROM account_link WHERE id = ${id} AND used_at IS NULL RETURNING ${linkColumns(sql)}`
    if (link === undefined) throw new UnknownError('link', id)
    const note = { action: 'withdraw', entity: 'link', key: id, before: linkState(link), after: null } as const
    return { result: undefined, note }
  })
}

/** The invitations that wait to be used at `now`, the newest first. */
export async function listInvites(sql: Queryable, now: Date): Promise<OpenLink[]> {
  return sql<OpenLink[]>`
    SELECT ${linkColumns(sql)} FROM account_link
    WHERE kind = 'invite' AND used_at IS NULL AND expires_at > ${now} ORDER BY created_at DESC, id`
}

/** What a token opens at `now`; null when it opens nothing (any more). */
export async function linkByToken(sql: Queryable, token: string, now: Date): Promise<OpenLink | null> {
  const [link] = await sql<OpenLink[]>`
    SELECT ${linkColumns(sql)} FROM account_link l
    WHERE token_hash = ${hashOfSecret(token)} AND used_at IS NULL AND expires_at > ${now}
      AND NOT EXISTS (SELECT 1 FROM account_user u WHERE u.id = l.user_id AND u.disabled_at IS NOT NULL)
      AND NOT (kind = 'setup' AND EXISTS (SELECT 1 FROM account_user WHERE role = 'admin' AND disabled_at IS NULL))`
  return link ?? null
}

import { randomBytes, randomUUID } from 'node:crypto'
import { runCommand } from '../audit/command'
import type { Queryable } from '../connection/sql'
import type { Store } from '../connection/store'
import type { CommandContext } from '../context'
import { assertAllFound } from '../editable/links'
import { auditJson, differenceOf, fieldsOf, parsedInput, sameValue } from '../editable/value'
import { InputError, UnknownError, VersionConflictError } from '../errors'
import { type Alert, listAlerts, lockAlert } from './list'
import { type AlertInput, alertInput, defaultOptions } from './schema'

const mostAlerts = 20

function valueOfAlert({ name, rules, listings, channel, target, options, enabled }: Alert): AlertInput {
  return { name, rules, listings, channel, target, options, enabled }
}

function columns(sql: Queryable, { options, ...value }: AlertInput) {
  return { ...value, options: sql.json(options) }
}

async function assertNamesKnown(sql: Queryable, { rules, listings }: AlertInput): Promise<void> {
  const knownRules = await sql<
    { name: string }[]
  >`SELECT slug AS name FROM rule WHERE slug = ANY(${[...rules]}::text[])`
  const knownListings = await sql<
    { name: string }[]
  >`SELECT symbol AS name FROM listing WHERE symbol = ANY(${[...listings]}::text[])`
  const nameOf = ({ name }: { name: string }) => name
  assertAllFound('rules', rules, knownRules.map(nameOf))
  assertAllFound('listings', listings, knownListings.map(nameOf))
}

async function known(sql: Queryable, userId: string, id: string): Promise<Alert> {
  const alert = await lockAlert(sql, userId, id)
  if (alert === null) throw new UnknownError('alert', id)
  return alert
}

/**
 * Adds an alert for an account. `secret` is what signs its webhook, told only here; null for mail. Throws `InputError`, also for the 21st. Needs the scope `read` and
 * whoever calls it has made sure that the account is the caller's.
 */
export async function createAlert(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  userId: string,
  input: unknown,
): Promise<{ alert: Alert; secret: string | null }> {
  return runCommand(store, ctx, 'read', async (sql) => {
    const given = fieldsOf(input)
    const options = { ...defaultOptions, ...(given.options === undefined ? {} : fieldsOf(given.options)) }
    const value = parsedInput(alertInput, { rules: [], listings: [], enabled: true, ...given, options })
    await assertNamesKnown(sql, value)
    if ((await listAlerts(sql, userId)).length >= mostAlerts) {
      throw new InputError([{ name: 'name', detail: `expected at most ${mostAlerts} alerts an account` }])
    }
    const secret = value.channel === 'webhook' ? `whsec_${randomBytes(32).toString('base64')}` : null
    const id = randomUUID()
    const row = { id, user_id: userId, ...columns(sql, value), secret, created_at: ctx.now, updated_at: ctx.now }
    await sql`INSERT INTO alert_rule ${sql(row)}`
    const alert = await known(sql, userId, id)
    const note = { action: 'create', entity: 'alert', key: id, before: null, after: auditJson(value) } as const
    return { result: { alert, secret }, note }
  })
}

/** Changes fields of an account's alert; `version` is the one that was read. Throws `UnknownError`, `InputError`, `VersionConflictError`. Needs the scope `read`. */
export async function changeAlert(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  userId: string,
  { id, patch, version }: { readonly id: string; readonly patch: unknown; readonly version: number },
): Promise<Alert> {
  return runCommand(store, ctx, 'read', async (sql) => {
    const alert = await known(sql, userId, id)
    const [before, fields] = [valueOfAlert(alert), fieldsOf(patch)]
    if (alert.version !== version) {
      const versions = { sent: version, stored: alert.version }
      throw new VersionConflictError('alert', id, versions, differenceOf(before, fields))
    }
    if (fields.channel !== undefined && fields.channel !== alert.channel) {
      throw new InputError([{ name: 'channel', detail: 'is never changed: make another alert' }])
    }
    const options = { ...before.options, ...(fields.options === undefined ? {} : fieldsOf(fields.options)) }
    const value = parsedInput(alertInput, { ...before, ...fields, options })
    await assertNamesKnown(sql, value)
    if (sameValue(before, value)) return { result: alert, note: null }
    const row = { ...columns(sql, value), updated_at: ctx.now }
    await sql`UPDATE alert_rule SET ${sql(row)}, version = version + 1 WHERE id = ${id}`
    const note = {
      action: 'update',
      entity: 'alert',
      key: id,
      before: auditJson(before),
      after: auditJson(value),
    } as const
    return { result: await known(sql, userId, id), note }
  })
}

/** Deletes an account's alert with its deliveries; what it was stays in the audit. Throws `UnknownError`. Needs the scope `read`. */
export async function deleteAlert(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  userId: string,
  id: string,
): Promise<void> {
  await runCommand(store, ctx, 'read', async (sql) => {
    const alert = await known(sql, userId, id)
    await sql`DELETE FROM alert_rule WHERE id = ${id}`
    const note = {
      action: 'delete',
      entity: 'alert',
      key: id,
      before: auditJson(valueOfAlert(alert)),
      after: null,
    } as const
    return { result: undefined, note }
  })
}

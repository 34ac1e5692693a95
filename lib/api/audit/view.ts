import type { AuditEntry } from '@/lib/store/audit/list'
import { type AuditFilter, auditEntry, listAudit } from '@/lib/store/audit/list'
import { auditWords } from '@/lib/store/audit/words'
import type { Store } from '@/lib/store/connection/store'
import { type CommandContext, requireScope } from '@/lib/store/context'
import { auditJson } from '@/lib/store/editable/value'
import { UnknownError } from '@/lib/store/errors'
import type { AuditEntryView, AuditedThingView } from './schema'
import { undoable } from './undoable'
import { auditScope, visibleEntities } from './visible'

/** An entry as it is told. */
export function entryView({ id, at, entity, ...rest }: AuditEntry): AuditEntryView {
  return { id: Number(id), at: at.toISOString(), entity, ...rest, undoable: undoable(entity) !== null }
}

/** The entries that the caller may see, the newest first. Throws `ScopeError`. */
export async function auditView(
  { sql }: Pick<Store, 'sql'>,
  ctx: CommandContext,
  filter: Omit<AuditFilter, 'entities'>,
): Promise<AuditEntryView[]> {
  if (filter.entity !== undefined) requireScope(ctx, auditScope(filter.entity))
  return (await listAudit(sql, { ...filter, entities: visibleEntities(ctx) })).map(entryView)
}

/** One entry with what it is about as it stands now. Throws `ScopeError`, `UnknownError`. */
export async function auditedThingView(
  { sql }: Pick<Store, 'sql'>,
  ctx: CommandContext,
  id: bigint,
): Promise<AuditedThingView> {
  requireScope(ctx, 'annotate')
  const entry = await auditEntry(sql, id)
  if (entry === null) throw new UnknownError('audit entry', String(id))
  requireScope(ctx, auditScope(entry.entity))
  const stored = await undoable(entry.entity)?.read(sql, entry.key)
  const now = stored ? { version: stored.version, managedBy: stored.managedBy, value: auditJson(stored.value) } : null
  return { ...entryView(entry), now }
}

/** Whom and what one may choose among the entries by. */
export async function auditChoices({ sql }: Pick<Store, 'sql'>, ctx: CommandContext) {
  return { entities: visibleEntities(ctx), ...(await auditWords(sql)) }
}

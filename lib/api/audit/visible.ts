import { type AuditedEntity, auditedEntities } from '@/lib/store/audit/command'
import { type CommandContext, requireScope } from '@/lib/store/context'

/** What is about people: only an admin sees who was invited, signed in or made a key. */
const ofPeople: readonly AuditedEntity[] = ['account', 'link', 'key', 'passkey', 'sign-in']

/** The scope that opens the entries of an entity. */
export function auditScope(entity: AuditedEntity): 'annotate' | 'admin' {
  return ofPeople.includes(entity) ? 'admin' : 'annotate'
}

/** The entities whose entries the caller may see. Throws `ScopeError` when that is none. */
export function visibleEntities(ctx: CommandContext): readonly AuditedEntity[] {
  requireScope(ctx, 'annotate')
  return ctx.scopes.includes('admin')
    ? auditedEntities
    : auditedEntities.filter((entity) => auditScope(entity) === 'annotate')
}

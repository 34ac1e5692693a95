import type { AuditedEntity } from '@/lib/store/audit/command'
import type { EditableKind } from '@/lib/store/editable/kind'
import { eventKind } from '@/lib/store/event/editable'
import { ruleKind } from '@/lib/store/rule/editable'

// Each kind reads and writes values of its own; whoever undoes only hands them through.
// biome-ignore lint/suspicious/noExplicitAny: a table of kinds of different values
const kinds: Partial<Record<AuditedEntity, EditableKind<any>>> = { event: eventKind, rule: ruleKind }

/** The kind whose changes can be undone by their audit entries; null for other entities. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export function undoable(entity: AuditedEntity): EditableKind<any> | null {
  return kinds[entity] ?? null
}

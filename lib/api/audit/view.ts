import type { AuditEntry } from '@/lib/store/audit/list'
import type { AuditEntryView } from './schema'
import { undoable } from './undoable'

/** An entry as it is told. */
export function entryView({ id, at, entity, ...rest }: AuditEntry): AuditEntryView {
  return { id: Number(id), at: at.toISOString(), entity, ...rest, undoable: undoable(entity) !== null }
}

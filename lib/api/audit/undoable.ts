import { listingKind } from '@/lib/ingest/listingKind'
import type { AuditedEntity } from '@/lib/store/audit/command'
import type { EditableKind } from '@/lib/store/editable/kind'
import { eventKind } from '@/lib/store/event/editable'
import { milestoneKind } from '@/lib/store/milestone/editable'
import { ruleKind } from '@/lib/store/rule/editable'
import { claimKind } from '@/lib/studies/claims/editable'

// Each kind reads and writes values of its own; whoever undoes only hands them through.
// biome-ignore lint/suspicious/noExplicitAny: a table of kinds of different values
const kinds: Partial<Record<AuditedEntity, EditableKind<any>>> = {
  event: eventKind,
  claim: claimKind,
  milestone: milestoneKind,
  listing: listingKind,
  rule: ruleKind,
}

/** The kind whose changes can be undone by their audit entries; null for other entities. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export function undoable(entity: AuditedEntity): EditableKind<any> | null {
  return kinds[entity] ?? null
}

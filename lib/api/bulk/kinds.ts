import type { BulkKind } from '@/lib/store/bulk/kind'
import { eventKind } from '@/lib/store/event/editable'
import { milestoneKind } from '@/lib/store/milestone/editable'
import { claimKind } from '@/lib/studies/claims/editable'

// Each kind reads and writes values of its own; whoever imports or exports only hands them through.
// biome-ignore lint/suspicious/noExplicitAny: a table of kinds of different values
type AnyKind = BulkKind<any>

/** The kinds that are imported and exported, by the last part of the address. */
export const bulkKinds = {
  events: eventKind,
  claims: claimKind,
  milestones: milestoneKind,
} as const satisfies Readonly<Record<string, AnyKind>>

export type BulkName = keyof typeof bulkKinds
export const bulkNames = Object.keys(bulkKinds) as [BulkName, ...BulkName[]]

/** The kind of a name. */
export function bulkKind(name: BulkName): AnyKind {
  return bulkKinds[name]
}

import type { AuditEntryView } from '@/lib/api/audit/schema'

const words = ['name', 'email', 'kind'] as const

/** What people call the thing of an entry: its key, or what it says of itself where its key is a number that nobody knows. */
export function thingName({
  entity,
  key,
  before,
  after,
}: Pick<AuditEntryView, 'entity' | 'key' | 'before' | 'after'>): string {
  if (entity !== 'key' && entity !== 'link' && entity !== 'passkey') return key
  const state: Readonly<Record<string, unknown>> = after ?? before ?? {}
  const named = words.map((word) => state[word]).find((value) => typeof value === 'string' && value !== '')
  return typeof named === 'string' ? named : key
}

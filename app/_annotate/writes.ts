import { type Sent, sendJson } from '@/app/_ui/form/send'
import type { AuditEntryView } from '@/lib/api/audit/schema'
import type { EventView } from '@/lib/api/events/schema'

const pathOf = (slug: string) => `/api/v1/events/${encodeURIComponent(slug)}`

/** The event of a slug as it stands now, whatever its state. */
export function readEvent(slug: string): Promise<Sent<EventView>> {
  return sendJson<EventView>('GET', pathOf(slug))
}

/** Changes the fields that are named; `version` is the one that was read. */
export function changeEvent(slug: string, version: number, changes: object): Promise<Sent<EventView>> {
  return sendJson<EventView>('PATCH', pathOf(slug), { version, ...changes })
}

/** Takes an event out of sight. */
export function archiveEvent(slug: string, version: number): Promise<Sent<EventView>> {
  return sendJson<EventView>('DELETE', `${pathOf(slug)}?version=${version}`)
}

/** Undoes the last change of an event, which must have made it what `version` is. */
export async function undoLast({ slug, version }: Pick<EventView, 'slug' | 'version'>): Promise<Sent<EventView>> {
  const trail = await sendJson<{ items: AuditEntryView[] }>(
    'GET',
    `/api/v1/audit?entity=event&key=${encodeURIComponent(slug)}`,
  )
  if (trail.problem) return trail
  const [last] = trail.data.items
  if (!last) return { data: null, problem: { kind: 'unknown-thing', status: 404, detail: '' } }
  const undone = await sendJson<AuditEntryView>('POST', `/api/v1/audit/${last.id}/undo`, { version })
  return undone.problem ? undone : readEvent(slug)
}

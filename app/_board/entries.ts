import { type EventEntry, entriesOf as inLanguage } from '@/app/_ui/events/entries'
import type { EventView } from '@/lib/api/events/view'

export type { EventEntry } from '@/app/_ui/events/entries'

// English only: for what has not been moved to `app/_ui/events` yet.
export function entriesOf(events: readonly EventView[]): EventEntry[] {
  return inLanguage(events, 'en')
}

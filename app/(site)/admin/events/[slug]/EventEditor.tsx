'use client'

import { useSaved } from '@/app/_admin/useSaved'
import { newDraft } from '@/app/_annotate/draft'
import { EventForm } from '@/app/_annotate/EventForm'
import type { EventView } from '@/lib/api/events/schema'

/** The form of an event on its own page; `today` is what a new one begins with. */
export function EventEditor({ event, today }: { event: EventView | null; today: string }) {
  const { said, saved } = useSaved('/admin/events')
  return (
    // What is stored anew is read anew.
    <EventForm
      key={event?.version ?? 0}
      {...(event ? { event } : { fresh: newDraft({ start: today, end: null, listings: [], clock: 'UTC' }) })}
      onSaved={saved}
    >
      {said}
    </EventForm>
  )
}

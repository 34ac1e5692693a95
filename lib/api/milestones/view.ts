import { eventKnownFrom } from '@/lib/market/eventKnown'
import { eventDate } from '@/lib/market/eventTime'
import { daysPastWindow, milestoneState, promisedWindow } from '@/lib/market/period'
import { localDate } from '@/lib/market/zone'
import type { Store } from '@/lib/store/connection/store'
import { listEvents, type StoredEvent } from '@/lib/store/event/list'
import { eventTimeOf } from '@/lib/store/event/time'
import { type Status, statuses } from '@/lib/store/input'
import { listMilestones, type StoredMilestone } from '@/lib/store/milestone/list'
import { milestoneSlips, type Slip } from '@/lib/store/milestone/slips'
import type { MilestonesView, MilestoneView } from './schema'

export type { MilestonesView, MilestoneView } from './schema'

/** The first of some events, ascending by start, that names each topic. */
function firstByTopic(events: readonly StoredEvent[]): Map<string, StoredEvent> {
  const first = new Map<string, StoredEvent>()
  for (const event of events) for (const { slug } of event.topics) if (!first.has(slug)) first.set(slug, event)
  return first
}

function announcementOf(event: StoredEvent | undefined): MilestoneView['announced'] {
  if (event === undefined) return null
  const { slug, title, titleZh } = event
  return { event: slug, title, titleZh, date: eventDate(eventTimeOf(event)) }
}

function slipView({ promised, changedAt, changedBy }: Slip, toEditors: boolean): MilestoneView['slips'][number] {
  return { promised: promised ?? '', changedAt: changedAt.toISOString(), changedBy: toEditors ? changedBy : null }
}

async function views(
  store: Store,
  milestones: readonly StoredMilestone[],
  { first, now, toEditors }: { first: ReadonlyMap<string, StoredEvent>; now: Date; toEditors: boolean },
): Promise<MilestoneView[]> {
  const today = localDate(now, 'UTC')
  const slips = await milestoneSlips(store.sql, now)
  return milestones.map((milestone) => ({
    ...milestone,
    window: milestone.promised === null ? null : promisedWindow(milestone.promised),
    state: milestoneState({ ...milestone, today }),
    daysLate: daysPastWindow({ ...milestone, today }),
    announced: announcementOf(first.get(milestone.topic)),
    slips: (slips.get(milestone.slug) ?? []).map((slip) => slipView(slip, toEditors)),
  }))
}

/**
 * Milestones in one of the states (published when not given) in display order, each with its window and its state on the UTC date of `now`. One whose product no event had named by then was not
 * known and is left out; where no event names it at all it stays. Who moved a window is told only
 * `toEditors`.
 */
export async function milestonesView(
  store: Store,
  now: Date,
  { status, toEditors = false }: { readonly status?: readonly Status[]; readonly toEditors?: boolean } = {},
): Promise<MilestonesView> {
  const [milestones, events] = await Promise.all([listMilestones(store, status), listEvents(store, { kind: 'event' })])
  const first = firstByTopic(events)
  const known = milestones.filter(({ topic }) => {
    const event = first.get(topic)
    return event === undefined || eventKnownFrom(eventTimeOf(event)) <= now
  })
  return { items: await views(store, known, { first, now, toEditors }) }
}

/** The milestone of a slug in whatever state, as editors get it; null when there is none. */
export async function milestoneView(store: Store, slug: string, now: Date): Promise<MilestoneView | null> {
  const milestone = (await listMilestones(store, statuses)).find((one) => one.slug === slug)
  if (milestone === undefined) return null
  const first = firstByTopic(await listEvents(store, { kind: 'event', topic: milestone.topic }))
  const [view] = await views(store, [milestone], { first, now, toEditors: true })
  return view ?? null
}

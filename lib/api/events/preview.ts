import { createRoute, z } from '@hono/zod-openapi'
import { type EventTime, precisionOf } from '@/lib/market/eventTime'
import { isMic } from '@/lib/market/exchange'
import { promisedWindow } from '@/lib/market/period'
import type { Store } from '@/lib/store/connection/store'
import { parsedInput } from '@/lib/store/editable/value'
import { InputError, type RefusedField } from '@/lib/store/errors'
import { listEvents, type StoredEvent } from '@/lib/store/event/list'
import { completeEvent, type EventInput, eventFields, eventInput } from '@/lib/store/event/schema'
import { listListings } from '@/lib/store/listing/list'
import { withScope } from '../access/needs'
import type { AddRoutes } from '../deps'
import { query } from '../parameters/schema'
import { writeProblems } from '../problem/schema'
import { titlesAlike, within } from './alike'
import { dayZeroView } from './dayZero'
import { dayZeroSchema } from './schema'

const nearDays = 3

const proposalSchema = z
  .looseObject({})
  .openapi('EventProposal', { description: 'As for a new event, of which anything may still be missing or wrong' })

const duplicateSchema = z
  .strictObject({
    slug: z.string(),
    title: z.string(),
    titleZh: z.string(),
    start: z.string(),
    status: z.enum(['draft', 'published', 'archived']),
    because: z
      .array(z.enum(['listing', 'topic', 'title']))
      .openapi({ description: `A listing or topic in common within ${nearDays} days, or a title much like it` }),
  })
  .openapi('NearEvent')

const previewSchema = z
  .strictObject({
    event: z
      .strictObject(eventFields)
      .nullable()
      .openapi({ description: 'As it would be stored; null while anything is refused' }),
    refused: z.array(z.strictObject({ name: z.string(), detail: z.string() })).openapi({
      description: 'What keeps it from being stored, field by field',
    }),
    dayZero: z.array(dayZeroSchema).openapi({ description: 'For each listing it names, as far as its time is known' }),
    near: z.array(duplicateSchema).openapi({ description: 'Events that may be the same one' }),
  })
  .openapi('EventPreview')

export type EventPreview = z.infer<typeof previewSchema>

const route = createRoute({
  method: 'post',
  path: '/api/v1/events/preview',
  ...withScope('annotate'),
  summary: 'What an event would be stored as, its day 0 and events like it; stores nothing; needs the scope annotate',
  request: {
    query: query({}),
    body: { required: true, content: { 'application/json': { schema: proposalSchema } } },
  },
  responses: {
    200: { description: 'The preview', content: { 'application/json': { schema: previewSchema } } },
    ...writeProblems,
  },
})

/** The value that would be stored, or why none would. */
function judged(proposal: Readonly<Record<string, unknown>>): {
  event: EventInput | null
  refused: readonly RefusedField[]
} {
  try {
    return { event: parsedInput(eventInput, completeEvent(proposal)), refused: [] }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { event: null, refused: error.fields }
  }
}

/** The fields that are in order by themselves, whatever is wrong with others. */
function readable(proposal: Readonly<Record<string, unknown>>): Partial<EventInput> {
  return Object.fromEntries(
    Object.entries(eventFields).flatMap(([name, schema]) => {
      const parsed = schema.safeParse(proposal[name])
      return parsed.success ? [[name, parsed.data]] : []
    }),
  )
}

const days = (start: string, end: string | null | undefined) => ({
  start: promisedWindow(start.slice(0, 10)).start,
  end: promisedWindow((end ?? start).slice(0, 10)).end,
})

/** Why a stored event may be the one that is proposed; empty when it is another. */
function reasons(proposed: Partial<EventInput>, stored: StoredEvent): EventPreview['near'][number]['because'] {
  const { start, end, listings = [], topics = [], title, titleZh } = proposed
  const near = start !== undefined && within(nearDays, days(start, end), days(stored.start, stored.end))
  const alike = (one: string | undefined, other: string) => one !== undefined && titlesAlike(one, other)
  return [
    ...(near && stored.listings.some(({ symbol }) => listings.includes(symbol)) ? (['listing'] as const) : []),
    ...(near && stored.topics.some(({ slug }) => topics.includes(slug)) ? (['topic'] as const) : []),
    ...(alike(title, stored.title) || alike(titleZh, stored.titleZh) ? (['title'] as const) : []),
  ]
}

async function nearOnes(store: Store, proposed: Partial<EventInput>): Promise<EventPreview['near']> {
  const others = (await listEvents(store, { status: ['draft', 'published'] })).filter(
    ({ slug }) => slug !== proposed.slug,
  )
  return others.flatMap((stored) => {
    const because = reasons(proposed, stored)
    const { slug, title, titleZh, start, status } = stored
    return because.length === 0 ? [] : [{ slug, title, titleZh, start, status, because }]
  })
}

async function dayZeroOf(store: Store, event: Partial<EventInput>): Promise<EventPreview['dayZero']> {
  const { start, end = null, phase = 'unknown', listings: symbols = [] } = event
  const precision = start === undefined ? null : precisionOf(start)
  if (start === undefined || precision === null) return []
  const known = new Map((await listListings(store.sql)).map((listing) => [listing.symbol, listing]))
  const listings = symbols.flatMap((symbol) => known.get(symbol) ?? [])
  const home = listings[0]?.mic
  const homeMic = home !== undefined && isMic(home) ? home : null
  const time: EventTime = { start, end, precision, phase, homeMic }
  return listings.map((listing) => dayZeroView(time, listing))
}

/** `/events/preview`. */
export const addEventPreview: AddRoutes = (api, { store }) => {
  api.openapi(route, async (c) => {
    const proposal = c.req.valid('json')
    const { event, refused } = judged(proposal)
    const seen = event ?? readable(completeEvent(proposal))
    const [dayZero, near] = await Promise.all([dayZeroOf(store, seen), nearOnes(store, seen)])
    return c.json({ event, refused: [...refused], dayZero, near }, 200)
  })
}

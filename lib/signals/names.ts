import { listClaims } from '@/lib/store/claim/list'
import type { Store } from '@/lib/store/connection/store'
import { listEvents } from '@/lib/store/event/list'
import { listListings } from '@/lib/store/listing/list'
import { listMilestones } from '@/lib/store/milestone/list'
import { listTopics } from '@/lib/store/topic/list'
import type { Told } from '@/lib/studies/claims/result'
import type { Names, Numbers } from './hit'

type Known = ReadonlyMap<string, Told>

const mapOf = (rows: readonly { readonly key: string; readonly en: string; readonly zh: string }[]): Known =>
  new Map(rows.map(({ key, en, zh }) => [key, { en, zh: zh || en }]))

/** What the listings, events, claims, milestones and companies in some numbers are called. Reads only what they speak of. */
export async function namesIn(store: Store, numbers: readonly Numbers[]): Promise<Names> {
  const speak = (of: string) => numbers.some((one) => typeof one[of] === 'string')
  const [listings, events, claims, milestones, topics] = await Promise.all([
    listListings(store.sql),
    speak('event') ? listEvents(store) : [],
    speak('claim') ? listClaims(store) : [],
    speak('milestone') ? listMilestones(store) : [],
    speak('topic') ? listTopics(store) : [],
  ])
  const titled = (rows: readonly { slug: string; title: string; titleZh: string }[]) =>
    mapOf(rows.map(({ slug, title, titleZh }) => ({ key: slug, en: title, zh: titleZh })))
  const named = <Row extends { name: string; nameZh: string }>(rows: readonly Row[], key: (row: Row) => string) =>
    mapOf(rows.map((row) => ({ key: key(row), en: row.name, zh: row.nameZh })))
  const of = (known: Known) => (key: string) => known.get(key) ?? { en: key, zh: key }
  return {
    listing: of(named(listings, ({ symbol }) => symbol)),
    event: of(titled(events)),
    claim: of(mapOf(claims.map(({ slug, statement, statementZh }) => ({ key: slug, en: statement, zh: statementZh })))),
    milestone: of(titled(milestones)),
    topic: of(named(topics, ({ slug }) => slug)),
  }
}

import type { Store } from '@/lib/store/connection/store'
import type { Listing } from '@/lib/store/listing/list'
import { listTopics, type Topic } from '@/lib/store/topic/list'

/** The company a listing stands for; null when it has none, as an index. */
export async function companyOf(store: Store, { topics }: Pick<Listing, 'topics'>): Promise<Topic | null> {
  return (await listTopics(store)).find(({ slug, kind }) => kind === 'company' && topics.includes(slug)) ?? null
}

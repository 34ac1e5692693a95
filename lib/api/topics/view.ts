import type { Store } from '@/lib/store/connection/store'
import { listTopics } from '@/lib/store/topic/list'
import type { TopicsView } from './schema'

export type { TopicsView, TopicView } from './schema'

/** All topics with the symbols of their listings. */
export async function topicsView(store: Store): Promise<TopicsView> {
  const topics = await listTopics(store)
  return { items: topics.map((topic) => ({ ...topic, listings: [...topic.listings] })) }
}

import type { SignalReads } from '../reads'

/** Tells the listing that stands for a company, chip or cluster: the first of its own or, for what has none, of what it belongs to; null without one. */
export async function firstListings(reads: SignalReads): Promise<(topic: string) => string | null> {
  const [topics, listings] = await Promise.all([reads.topics(), reads.listings()])
  const bySlug = new Map(topics.map((topic) => [topic.slug, topic]))
  const order = listings.map(({ symbol }) => symbol)
  const of = (slug: string | null, depth: number): string | null => {
    const topic = slug === null || depth === 0 ? undefined : bySlug.get(slug)
    if (topic === undefined) return null
    return order.find((symbol) => topic.listings.includes(symbol)) ?? of(topic.parent, depth - 1)
  }
  return (topic) => of(topic, 3)
}

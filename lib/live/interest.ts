import { isLiveTopic, type LiveTopic, liveTopics } from '@/lib/store/live/topics'

/** One thing that has changed; an empty key stands for the whole topic. */
export interface Change {
  readonly topic: LiveTopic
  readonly key: string
}

/** What a reader wants to hear of. */
export interface Interest {
  /** The same for every reader who wants the same: what is written for one serves all. */
  readonly text: string
  readonly wants: (change: Change) => boolean
}

const longestText = 2_000

/** Raised for a list of topics that cannot be meant; the message says what was expected. */
export class TopicsError extends Error {
  override readonly name = 'TopicsError'
}

/**
 * Reads a list of topics, `quotes:688256.SS,quotes:NVDA,events`: a topic alone is all of it, with a key what concerns that key (a change of the whole topic does). Nothing
 * is everything. Throws a `TopicsError`. Pure.
 */
export function parseInterest(text: string | null): Interest {
  if (text === null || text === '') return { text: '', wants: () => true }
  if (text.length > longestText) throw new TopicsError(`at most ${longestText} characters of topics`)
  const wanted = new Map<LiveTopic, Set<string> | 'all'>()
  for (const part of new Set(text.split(','))) {
    const colon = part.indexOf(':')
    const topic = colon === -1 ? part : part.slice(0, colon)
    const key = colon === -1 ? '' : part.slice(colon + 1)
    if (!isLiveTopic(topic)) {
      throw new TopicsError(
        `"${topic.slice(0, 40)}" is no topic; expected some of ${liveTopics.join(', ')}, apart by commas`,
      )
    }
    const known = wanted.get(topic)
    if (key === '' || known === 'all') wanted.set(topic, 'all')
    else wanted.set(topic, (known ?? new Set()).add(key))
  }
  const parts = [...wanted].flatMap(([topic, keys]) =>
    keys === 'all' ? [topic] : [...keys].map((key) => `${topic}:${key}`),
  )
  return {
    text: parts.sort().join(','),
    wants: ({ topic, key }) => {
      const keys = wanted.get(topic)
      return keys === 'all' || (keys !== undefined && (key === '' || keys.has(key)))
    },
  }
}

/** What readers can be told has changed. The key of a change is a symbol (quotes, bars, listings, signals), a slug, a feed's id or a job; empty for the whole topic. */
export const liveTopics = [
  'quotes',
  'bars',
  'revenue',
  'rates',
  'events',
  'claims',
  'milestones',
  'listings',
  'topics',
  'rules',
  'signals',
  'runs',
  'feeds',
  'quarantine',
] as const
export type LiveTopic = (typeof liveTopics)[number]

/** Whether a text is one of `liveTopics`. */
export function isLiveTopic(text: string): text is LiveTopic {
  return (liveTopics as readonly string[]).includes(text)
}

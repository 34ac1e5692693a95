/** One thing that happened, in the reader's language, as a feed tells it. */
export interface FeedEntry {
  /** The same for ever, whatever the site is called: `urn:tidemark:event:deepseek-r1-shock`. */
  readonly id: string
  readonly title: string
  /** A paragraph each; plain text. */
  readonly paragraphs: readonly string[]
  /** Path of its page: `/events/deepseek-r1-shock`. */
  readonly path: string
  readonly source: { readonly name: string; readonly url: string | null } | null
  readonly tags: readonly string[]
  /** When it could be known. */
  readonly happenedAt: Date
  /** When what is told of it was last changed. */
  readonly changedAt: Date
}

/** The newest entries first, at most `most`. */
export function newestFirst(entries: readonly FeedEntry[], most = 50): FeedEntry[] {
  return [...entries].sort((a, b) => b.happenedAt.getTime() - a.happenedAt.getTime()).slice(0, most)
}

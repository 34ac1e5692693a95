import { Feed } from 'feed'
import type { Language } from '../language'
import type { FeedEntry } from './entry'

/** A feed as a whole: what it is called, where it stands, what is in it. */
export interface FeedDocument {
  readonly title: string
  readonly description: string
  /** Scheme, host and port of the site, without a slash at the end. */
  readonly origin: string
  /** Path of the page that shows the same, and the path and query of the feed itself. */
  readonly page: string
  readonly self: string
  readonly language: Language
  readonly entries: readonly FeedEntry[]
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (one) => escapes[one] ?? one)
const sourceWord = { en: 'Source', zh: '来源' } as const

function htmlOf({ paragraphs, source }: FeedEntry, language: Language): string {
  const from =
    source === null
      ? []
      : [
          `${sourceWord[language]}: ${source.url === null ? escaped(source.name) : `<a href="${escaped(source.url)}">${escaped(source.name)}</a>`}`,
        ]
  return [...paragraphs.map(escaped), ...from].map((html) => `<p>${html}</p>`).join('\n')
}

/** The document as the package takes it. Titles are HTML in Atom and plain text in JSON. */
function made(of: FeedDocument, title: (text: string) => string): Feed {
  const { origin, page, self, language, entries } = of
  const newest = entries.reduce((latest, { changedAt }) => Math.max(latest, changedAt.getTime()), 0)
  const feed = new Feed({
    id: `urn:tidemark:feed:${self.split('?', 1)[0]}:${language}`,
    ...{ title: of.title, description: of.description, link: `${origin}${page}`, language },
    feedLinks: { atom: `${origin}${self}`, json: `${origin}${self}` },
    ...{ updated: new Date(newest), generator: 'Tidemark', author: { name: 'Tidemark', link: origin } },
  })
  for (const entry of entries) {
    feed.addItem({
      ...{ id: entry.id, title: title(entry.title), link: `${origin}${entry.path}` },
      ...{ content: htmlOf(entry, language), published: entry.happenedAt, date: entry.changedAt },
      category: entry.tags.map((tag) => ({ name: tag, term: tag })),
    })
  }
  return feed
}

/** The feed as Atom 1.0 (RFC 4287). */
export function atomText(of: FeedDocument): string {
  return made(of, escaped).atom1().replace('<feed xmlns=', `<feed xml:lang="${of.language}" xmlns=`)
}

/** The feed as JSON Feed 1.1: the package writes 1.0, which 1.1 only adds to. */
export function jsonFeedText(of: FeedDocument): string {
  const { author, ...feed } = JSON.parse(made(of, (text) => text).json1()) as { author: unknown }
  return JSON.stringify({
    ...feed,
    version: 'https://jsonfeed.org/version/1.1',
    language: of.language,
    authors: [author],
  })
}

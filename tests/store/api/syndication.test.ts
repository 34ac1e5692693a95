import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { xml2js } from 'xml-js'
import { createApi } from '@/lib/api/app'
import type { EventsView } from '@/lib/api/events/schema'
import type { FilingsView } from '@/lib/api/filings/schema'
import type { MilestonesView } from '@/lib/api/milestones/schema'
import type { SignalsView } from '@/lib/api/signals/schema'
import { evaluateRules } from '@/lib/signals/evaluate'
import { contextAt } from '../../database/fresh'
import { now, type SeededApi, seededApi } from './seeded'

let seeded: SeededApi
beforeAll(async () => {
  seeded = await seededApi()
})
afterAll(() => seeded.store.close())

interface AtomText {
  readonly _text?: string
  readonly _cdata?: string
  readonly _attributes?: Readonly<Record<string, string>>
}
interface AtomEntry {
  readonly id: AtomText
  readonly title: AtomText
  readonly link: AtomText
  readonly published: AtomText
  readonly updated: AtomText
  readonly content: AtomText
}
interface Atom {
  readonly feed: {
    readonly _attributes: Readonly<Record<string, string>>
    readonly id: AtomText
    readonly updated: AtomText
    readonly link: readonly AtomText[]
    readonly entry: readonly AtomEntry[]
  }
}
interface JsonFeed {
  readonly version: string
  readonly language: string
  readonly feed_url: string
  readonly items: readonly {
    readonly id: string
    readonly url: string
    readonly title: string
    readonly content_html: string
    readonly date_published: string
    readonly date_modified: string
  }[]
}

const get = (path: string, headers: Record<string, string> = {}) =>
  seeded.api.request(`http://tidemark.test${path}`, { headers })
const atom = async (path = '/feeds/events.atom?lang=en') =>
  xml2js(await (await get(path)).text(), { compact: true }) as unknown as Atom
const jsonFeed = async (path = '/feeds/events.json?lang=en') => (await (await get(path)).json()) as JsonFeed

describe('the feeds of events', () => {
  test('hold what has happened, the newest first, in both forms alike', async () => {
    const { items } = await seeded.json<EventsView>('/api/v1/events?asOf=2026-11-24')
    const [{ feed }, json] = [await atom(), await jsonFeed()]
    expect(json.items.length).toBe(Math.min(50, items.length))
    expect(new Set(json.items.map(({ url }) => url.split('/').at(-1)))).toEqual(
      new Set(items.slice(-50).map(({ slug }) => slug)),
    )
    expect(feed.entry.map(({ id }) => id._text)).toEqual(json.items.map(({ id }) => id))
    const published = json.items.map(({ date_published }) => date_published)
    expect(published).toEqual([...published].sort().reverse())
    expect(published.every((at) => at <= now.toISOString())).toBe(true)
    expect(feed.entry[0]?.link._attributes?.href).toBe(json.items[0]?.url)
    expect(json.items[0]?.url).toMatch(/^http:\/\/tidemark\.test\/events\/[a-z0-9-]+$/)
    expect(json).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      language: 'en',
      feed_url: 'http://tidemark.test/feeds/events.json?lang=en',
    })
  })

  test('are told in the language asked for, else in the reader’s', async () => {
    const { items } = await seeded.json<EventsView>('/api/v1/events')
    const zh = new Set(items.map(({ titleZh }) => titleZh))
    expect((await jsonFeed('/feeds/events.json?lang=zh')).items.every(({ title }) => zh.has(title))).toBe(true)
    const asked = await get('/feeds/events.atom', { 'accept-language': 'zh-CN,zh;q=0.9' })
    expect(asked.headers.get('content-language')).toBe('zh')
    expect(asked.headers.get('vary')).toContain('Accept-Language')
    expect(await asked.text()).toContain('<feed xml:lang="zh" xmlns="http://www.w3.org/2005/Atom">')
    expect((await seeded.problem('/feeds/events.atom?lang=fr', 400)).parameter).toBe('lang')
  })

  test('are narrowed like the list of events, and refuse what is not known', async () => {
    const { items } = await seeded.json<EventsView>('/api/v1/events?listing=NVDA&kind=results&asOf=2026-11-24')
    expect(items.length).toBeGreaterThan(3)
    const feed = await jsonFeed('/feeds/events.json?listing=NVDA&kind=results&lang=en')
    expect(new Set(feed.items.map(({ title }) => title))).toEqual(new Set(items.map(({ title }) => title)))
    expect((await seeded.problem('/feeds/events.atom?listing=NOPE', 404)).parameter).toBe('listing')
    expect((await seeded.problem('/feeds/events.json?page=2', 400)).parameter).toBe('page')
  })

  test('are not sent again while nothing changed, and are once something did', async () => {
    for (const path of [
      '/feeds/events.atom?lang=en',
      '/feeds/events.json?lang=en',
      '/feeds/signals.atom?lang=en',
      '/feeds/calendar.ics?lang=en',
    ]) {
      const first = await get(path)
      const etag = first.headers.get('etag') ?? ''
      expect(etag).not.toBe('')
      expect((await get(path, { 'if-none-match': etag })).status).toBe(304)
    }
    const path = '/feeds/events.atom?lang=en'
    const etag = (await get(path)).headers.get('etag') ?? ''
    const [newest] = (await jsonFeed()).items
    const slug = newest?.url.split('/').at(-1) ?? ''
    const changedAt = new Date('2026-11-24T01:00:00Z')
    await seeded.store
      .sql`UPDATE event SET title = 'A <b>bold</b> & "quoted" ]]> title', updated_at = ${changedAt} WHERE slug = ${slug}`
    const again = await get(path, { 'if-none-match': etag })
    expect(again.status).toBe(200)
    const { feed } = xml2js(await again.text(), { compact: true }) as unknown as Atom
    // Atom's titles are HTML, JSON's are plain.
    const title = feed.entry[0]?.title
    expect([title?._attributes?.type, [title?._cdata].flat().join('')]).toEqual([
      'html',
      'A &lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot; ]]&gt; title',
    ])
    expect((await jsonFeed()).items[0]?.title).toBe('A <b>bold</b> & "quoted" ]]> title')
    expect([feed.updated._text, feed.entry[0]?.updated._text].includes(changedAt.toISOString())).toBe(true)
  })

  test('never hold a draft or what was archived', async () => {
    const [first, second] = (await jsonFeed()).items.map(({ url }) => url.split('/').at(-1) ?? '')
    await seeded.store.sql`UPDATE event SET status = 'draft' WHERE slug = ${first ?? ''}`
    await seeded.store.sql`UPDATE event SET status = 'archived' WHERE slug = ${second ?? ''}`
    const text = (await (await get('/feeds/events.atom')).text()) + (await (await get('/feeds/events.json')).text())
    expect(text).not.toContain(`/events/${first}`)
    expect(text).not.toContain(`/events/${second}`)
    await seeded.store.sql`UPDATE event SET status = 'published' WHERE slug IN (${first ?? ''}, ${second ?? ''})`
  })

  test('name the site by its public address', async () => {
    const api = createApi({ store: seeded.store, now: () => now, publicUrl: 'https://board.example/' })
    const feed = (await (await api.request('/feeds/events.json')).json()) as JsonFeed
    expect(feed.feed_url).toBe('https://board.example/feeds/events.json')
    expect(feed.items[0]?.url.startsWith('https://board.example/events/')).toBe(true)
  })
})

describe('the feeds of signals', () => {
  test('hold what the rules found and could be known, each with its text and the page it is of', async () => {
    await evaluateRules(seeded.store, contextAt(now.toISOString()))
    const { items } = await seeded.json<SignalsView>('/api/v1/signals?limit=50')
    expect(items.length).toBeGreaterThan(10)
    const feed = await jsonFeed('/feeds/signals.json?lang=en')
    expect(feed.items.map(({ id }) => id)).toEqual(items.map(({ id }) => `urn:tidemark:signal:${id}`))
    expect(feed.items.map(({ date_published }) => date_published)).toEqual(items.map(({ knownAt }) => knownAt))
    const plain = (html: string) =>
      html
        .replace(/<[^>]+>/g, '')
        .replaceAll('&amp;', '&')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
    feed.items.forEach(({ content_html }, i) => {
      expect(plain(content_html)).toContain(items[i]?.text)
    })
    for (const url of new Set(feed.items.map((item) => new URL(item.url).pathname))) {
      expect(url).toMatch(/^\/(events|claims|listings)\/[^/]+$|^\/(roadmap|signals)$/)
    }
    const { feed: written } = await atom('/feeds/signals.atom?lang=zh')
    expect(written.entry.map(({ id }) => id._text)).toEqual(feed.items.map(({ id }) => id))
    expect(written._attributes['xml:lang']).toBe('zh')
  })

  test('are narrowed by listing and rule, and leave out a rule that is not published', async () => {
    const [first] = (await seeded.json<SignalsView>('/api/v1/signals?listing=688256.SS')).items
    const of = async (query: string) => (await jsonFeed(`/feeds/signals.json?lang=en&${query}`)).items
    const narrowed = await of(`listing=688256.SS&rule=${first?.rule}`)
    expect(narrowed.map(({ id }) => id)).toContain(`urn:tidemark:signal:${first?.id}`)
    expect((await seeded.problem('/feeds/signals.atom?rule=none', 404)).parameter).toBe('rule')
    await seeded.store.sql`UPDATE rule SET status = 'draft' WHERE slug = ${first?.rule ?? ''}`
    expect((await of('listing=688256.SS')).map(({ id }) => id)).not.toContain(`urn:tidemark:signal:${first?.id}`)
    await seeded.store.sql`UPDATE rule SET status = 'published' WHERE slug = ${first?.rule ?? ''}`
  })
})

/** The entries of a calendar by their property names, unfolded. */
function calendarEntries(text: string): Record<string, string>[] {
  const unfolded = text.replaceAll('\r\n ', '')
  return [...unfolded.matchAll(/BEGIN:VEVENT\r\n(.*?)END:VEVENT/gs)].map(([, body = '']) =>
    Object.fromEntries(
      body.split('\r\n').flatMap((line) => {
        const at = line.indexOf(':')
        return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 1)]]
      }),
    ),
  )
}
const compact = (date: string) => date.replaceAll('-', '')
const dayAfter = (date: string) => compact(new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10))

describe('the calendar', () => {
  test('has every promised window and every expected filing as whole days', async () => {
    const text = await (await get('/feeds/calendar.ics?lang=en')).text()
    const entries = calendarEntries(text)
    const { items: milestones } = await seeded.json<MilestonesView>('/api/v1/milestones')
    const { items: filings } = await seeded.json<FilingsView>('/api/v1/filings')
    expect([milestones.length > 2, filings.length > 1]).toEqual([true, true])
    const promised = milestones.filter(({ state, window }) => state !== 'shipped' && window !== null)
    const of = (uid: string) => entries.find((entry) => entry.UID === uid)
    for (const { slug, title, window } of promised) {
      expect(of(`milestone-${slug}@tidemark`)).toMatchObject({
        SUMMARY: `Promised: ${title}`.replace(/[,;]/g, '\\$&'),
        'DTSTART;VALUE=DATE': compact(window?.start ?? ''),
        'DTEND;VALUE=DATE': dayAfter(window?.end ?? ''),
        STATUS: 'TENTATIVE',
        TRANSP: 'TRANSPARENT',
      })
    }
    for (const { topic, label, expectedOn } of filings) {
      expect(of(`filing-${topic}-${label}@tidemark`)).toMatchObject({
        'DTSTART;VALUE=DATE': compact(expectedOn),
        'DTEND;VALUE=DATE': dayAfter(expectedOn),
      })
    }
    const shipped = milestones.filter(({ state }) => state === 'shipped')
    expect(entries.length).toBe(promised.length + shipped.length + filings.length)
    expect(new Set(entries.map(({ UID }) => UID)).size).toBe(entries.length)
  })

  test.each(['en', 'zh'])('is well formed in %s: lines of at most 75 bytes that end in CR LF', async (lang) => {
    const response = await get(`/feeds/calendar.ics?lang=${lang}`)
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const lines = (await response.text()).split('\r\n')
    expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0'])
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', ''])
    expect(lines.filter((line) => Buffer.byteLength(line) > 75 || /[\r\n\t\ufffd]/.test(line))).toEqual([])
  })

  test('never holds a milestone that is not published', async () => {
    const { items } = await seeded.json<MilestonesView>('/api/v1/milestones')
    const slug = items.find(({ window }) => window !== null)?.slug ?? ''
    const text = async () => (await get('/feeds/calendar.ics')).text()
    expect(await text()).toContain(`milestone-${slug}@`)
    await seeded.store.sql`UPDATE milestone SET publication = 'draft' WHERE slug = ${slug}`
    expect(await text()).not.toContain(`milestone-${slug}@`)
  })
})

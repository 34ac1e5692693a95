import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { AddRoutes, ApiDeps } from '../deps'
import { assertTopic } from '../events/find'
import { eventFilter } from '../events/parameters'
import type { Language } from '../language'
import { findListing } from '../listings/find'
import { langParameter, query } from '../parameters/schema'
import { badOrUnknown, badParameter } from '../problem/schema'
import { readersLanguage } from '../readersLanguage'
import { findRule } from '../rules/find'
import { calendarText } from './calendar'
import { eventEntries } from './events'
import { signalEntries } from './signals'
import { atomText, type FeedDocument, jsonFeedText } from './write'

const forms = {
  atom: { type: 'application/atom+xml', description: 'Atom 1.0, the newest first', write: atomText },
  json: { type: 'application/feed+json', description: 'JSON Feed 1.1, the newest first', write: jsonFeedText },
} as const
type Form = keyof typeof forms

const eventsTexts = {
  en: { title: 'Tidemark: events', description: 'What happened in the argument, with its day 0 on each exchange' },
  zh: { title: 'Tidemark：事件', description: '这场争论中发生的事，以及它在各交易所的第 0 日' },
} as const

const signalsTexts = {
  en: { title: 'Tidemark: signals', description: 'What the rules found in the series, each with its figures' },
  zh: { title: 'Tidemark：信号', description: '各规则在序列中的发现，均附数字' },
} as const

const eventsRoute = <F extends Form>(form: F) =>
  createRoute({
    ...{
      method: 'get',
      path: `/feeds/events.${form}` as const,
      summary: `Events that have happened, as ${form === 'atom' ? 'an Atom' : 'a JSON'} feed`,
    },
    request: { query: query({ ...eventFilter, lang: langParameter }) },
    responses: {
      200: { description: forms[form].description, content: { [forms[form].type]: { schema: z.string() } } },
      ...badOrUnknown,
    },
  })

const signalsRoute = <F extends Form>(form: F) =>
  createRoute({
    method: 'get',
    path: `/feeds/signals.${form}` as const,
    summary: `What the rules found, as ${form === 'atom' ? 'an Atom' : 'a JSON'} feed`,
    request: {
      query: query({
        listing: z.string().max(100).optional().openapi({ description: 'Only of this symbol', example: '688256.SS' }),
        rule: z
          .string()
          .max(100)
          .optional()
          .openapi({ description: 'Only of the rule of this slug', example: 'abnormal-return' }),
        lang: langParameter,
      }),
    },
    responses: {
      200: { description: forms[form].description, content: { [forms[form].type]: { schema: z.string() } } },
      ...badOrUnknown,
    },
  })

const calendar = createRoute({
  ...{ method: 'get', path: '/feeds/calendar.ics', summary: 'Milestones and expected filings as a calendar' },
  request: { query: query({ lang: langParameter }) },
  responses: {
    200: { description: 'iCalendar, whole days', content: { 'text/calendar': { schema: z.string() } } },
    ...badParameter,
  },
})

/** Scheme, host and port under which the site is read, without a slash at the end. */
function originOf(c: Context, { publicUrl }: ApiDeps): string {
  return (publicUrl ?? new URL(c.req.url).origin).replace(/\/$/, '')
}

/** Answers with a feed in one of its forms. What else is to be subscribed to is a route that ends in this. */
function respondFeed(c: Context, form: Form, of: Omit<FeedDocument, 'origin' | 'self'>, deps: ApiDeps): Response {
  const { pathname, search } = new URL(c.req.url)
  const body = forms[form].write({ ...of, origin: originOf(c, deps), self: `${pathname}${search}` })
  return c.body(body, 200, {
    'Content-Type': `${forms[form].type}; charset=utf-8`,
    'Content-Language': of.language,
  })
}

const languageAt = (c: Context, lang: Language | undefined) => lang ?? readersLanguage(c)

/** What happened, to be subscribed to: `/feeds/events.atom`, `/feeds/signals.atom`, the same as `.json`, and `/feeds/calendar.ics`. */
export const addSyndication: AddRoutes = (api, deps) => {
  const { store, now } = deps
  for (const form of ['atom', 'json'] as const) {
    api.openapi(eventsRoute(form), async (c) => {
      const { lang, kind, ...filter } = c.req.valid('query')
      if (filter.listing !== undefined) await findListing(store, filter.listing, 'listing')
      if (filter.topic !== undefined) await assertTopic(store, filter.topic)
      const language = languageAt(c, lang)
      const entries = await eventEntries(
        store,
        { ...filter, ...(kind === 'all' ? {} : { kind }) },
        { now: now(), language },
      )
      return respondFeed(c, form, { ...eventsTexts[language], page: '/events', language, entries }, deps)
    })
  }
  for (const form of ['atom', 'json'] as const) {
    api.openapi(signalsRoute(form), async (c) => {
      const { lang, ...filter } = c.req.valid('query')
      if (filter.listing !== undefined) await findListing(store, filter.listing, 'listing')
      if (filter.rule !== undefined) await findRule(store, filter.rule, 'rule')
      const language = languageAt(c, lang)
      const entries = await signalEntries(store, filter, { now: now(), language })
      return respondFeed(c, form, { ...signalsTexts[language], page: '/signals', language, entries }, deps)
    })
  }
  api.openapi(calendar, async (c) => {
    const language = languageAt(c, c.req.valid('query').lang)
    const body = await calendarText(store, { now: now(), language, origin: originOf(c, deps) })
    return c.body(body, 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Language': language,
      'Content-Disposition': 'inline; filename="tidemark.ics"',
    })
  })
}

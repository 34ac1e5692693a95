import { z } from '@hono/zod-openapi'

export const searchEntrySchema = z
  .strictObject({
    kind: z.enum(['listing', 'event', 'claim', 'milestone', 'rule']),
    slug: z.string().openapi({ description: 'The symbol of a listing, else the slug' }),
    title: z.string(),
    titleZh: z.string(),
    date: z.string().nullable().openapi({
      description:
        'Day or month of an event, day of a statement, promised window of a milestone; null for a listing and a rule',
    }),
    also: z.array(z.string()).openapi({ description: 'Further words it is found by: ticker, topics, tags' }),
  })
  .openapi('SearchEntry')

export const searchSchema = z.strictObject({ items: z.array(searchEntrySchema) }).openapi('Search')

/** Something stored that has a page, or a place on one. */
export type SearchEntry = z.infer<typeof searchEntrySchema>
export type SearchView = z.infer<typeof searchSchema>

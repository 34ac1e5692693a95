import { z } from '@hono/zod-openapi'

export const topicSchema = z
  .strictObject({
    slug: z.string(),
    name: z.string(),
    nameZh: z.string(),
    kind: z.enum(['company', 'chip', 'cluster', 'format']),
    parent: z.string().nullable().openapi({ description: 'The company a chip or cluster belongs to' }),
    note: z.string(),
    noteZh: z.string(),
    listings: z.array(z.string()),
  })
  .openapi('Topic')

export const topicsSchema = z.strictObject({ items: z.array(topicSchema) }).openapi('Topics')

/** What events, claims and milestones are about. */
export type TopicView = z.infer<typeof topicSchema>
export type TopicsView = z.infer<typeof topicsSchema>

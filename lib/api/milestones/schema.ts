import { z } from '@hono/zod-openapi'
import { dateText } from '../source/schema'

export const milestoneSchema = z
  .strictObject({
    slug: z.string(),
    title: z.string(),
    titleZh: z.string(),
    topic: z.string(),
    promised: z.string().nullable().openapi({ description: '2026-Q1, 2027 or 2026-03' }),
    window: z
      .strictObject({ start: dateText, end: dateText })
      .nullable()
      .openapi({ description: 'The days that were promised, both included' }),
    state: z.enum(['unscheduled', 'promised', 'due', 'late', 'shipped']).openapi({
      description: 'On today’s date in UTC: promised before the window, due within it, late after it',
    }),
    shippedOn: z.string().nullable(),
    evidence: z.string(),
    evidenceZh: z.string(),
    evidenceUrl: z.string().nullable(),
    sourceName: z.string(),
    sourceUrl: z.string().nullable(),
  })
  .openapi('Milestone')

export const milestonesSchema = z.strictObject({ items: z.array(milestoneSchema) }).openapi('Milestones')

/** A product promised for a window of time, and where it stands. */
export type MilestoneView = z.infer<typeof milestoneSchema>
export type MilestonesView = z.infer<typeof milestonesSchema>

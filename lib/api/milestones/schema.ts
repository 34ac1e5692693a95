import { z } from '@hono/zod-openapi'
import { dateText, editedShape, momentText } from '../source/schema'

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
    daysLate: z.int().nullable().openapi({
      description: 'Days past the window: until today, or until it shipped; null within it or without one',
    }),
    announced: z
      .strictObject({ event: z.string(), title: z.string(), titleZh: z.string(), date: z.string() })
      .nullable()
      .openapi({
        description: 'The first event that names the product: 2025-09-18, or 2025-09 where only the month is known',
      }),
    shippedOn: z.string().nullable(),
    evidence: z.string().openapi({ description: 'As it is written down now, whatever moment is looked at' }),
    evidenceZh: z.string(),
    evidenceUrl: z.string().nullable(),
    sourceName: z.string(),
    sourceUrl: z.string().nullable(),
    position: z.int().openapi({ description: 'Where it stands in lists, the smallest first' }),
    ...editedShape,
    slips: z
      .array(
        z.strictObject({
          promised: z.string(),
          changedAt: momentText,
          changedBy: z.string().nullable().openapi({ description: 'Told to whoever may annotate' }),
        }),
      )
      .openapi({ description: 'The windows that were promised before, oldest first, and when each was given up' }),
  })
  .openapi('Milestone')

export const milestonesSchema = z.strictObject({ items: z.array(milestoneSchema) }).openapi('Milestones')

/** A product promised for a window of time, and where it stands. */
export type MilestoneView = z.infer<typeof milestoneSchema>
export type MilestonesView = z.infer<typeof milestonesSchema>

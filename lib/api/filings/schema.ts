import { z } from '@hono/zod-openapi'
import { dateText } from '../source/schema'

const filingSchema = z
  .strictObject({
    topic: z.string(),
    name: z.string(),
    nameZh: z.string(),
    label: z.string().openapi({ description: '2026-Q3 or FY2027-Q3' }),
    periodEnd: dateText,
    expectedOn: dateText.openapi({ description: 'As long after the end as the same quarter was known the last time' }),
    state: z.enum(['ahead', 'due', 'overdue']),
    basis: z.strictObject({ label: z.string(), end: dateText, knownOn: dateText }),
  })
  .openapi('ExpectedFiling')

export const filingsSchema = z.strictObject({ items: z.array(filingSchema) }).openapi('ExpectedFilings')

export type FilingView = z.infer<typeof filingSchema>
export type FilingsView = z.infer<typeof filingsSchema>

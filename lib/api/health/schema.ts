import { z } from '@hono/zod-openapi'
import { dateText } from '../source/schema'

export const healthSchema = z.strictObject({ status: z.literal('ok'), version: z.string() }).openapi('Health')

export const readinessSchema = z
  .strictObject({
    status: z.literal('ready'),
    version: z.string(),
    migrations: z.int().openapi({ description: 'How many are applied' }),
    warnings: z
      .array(
        z.strictObject({
          mic: z.string(),
          exchange: z.string(),
          knownUntil: dateText,
          daysLeft: z.int(),
          detail: z.string(),
        }),
      )
      .openapi({ description: 'Calendars that end within 60 days, or have ended' }),
  })
  .openapi('Readiness')

export type ReadinessView = z.infer<typeof readinessSchema>

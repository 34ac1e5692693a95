import { z } from '@hono/zod-openapi'
import { dateText } from '../source/schema'

export const healthSchema = z.strictObject({ status: z.literal('ok'), version: z.string() }).openapi('Health')

export const readinessSchema = z
  .strictObject({
    status: z.literal('ready'),
    version: z.string(),
    migrations: z.int().openapi({ description: 'How many are applied' }),
    replica: z
      .strictObject({
        state: z.enum(['in use', 'behind', 'down', 'not a standby']),
        lagSeconds: z.number().openapi({ description: 'Age of the oldest change it lacks, when it last answered' }),
      })
      .optional()
      .openapi({ description: 'What this process reads from beside the primary; only where there is one' }),
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

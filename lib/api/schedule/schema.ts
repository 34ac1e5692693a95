import { z } from '@hono/zod-openapi'
import { runSchema } from '../runs/schema'
import { momentText } from '../source/schema'

export const scheduledSchema = z
  .strictObject({
    id: z.string().openapi({ example: 'bars-XSHG' }),
    job: z.enum(['bars', 'actions', 'revenue', 'fx', 'quotes']),
    time: z.string().openapi({ description: 'Time of day in `timeZone`', example: '15:35' }),
    days: z.enum(['daily', 'weekdays', 'sundays']),
    timeZone: z.string(),
    next: momentText.openapi({ description: 'When it is due next' }),
    last: z.union([runSchema, z.null()]).openapi({ description: 'Its newest run; null before the first' }),
  })
  .openapi('ScheduledJob')

export const scheduleSchema = z.strictObject({ items: z.array(scheduledSchema) }).openapi('Schedule')

/** A job at its times, with its newest run. */
export type ScheduledView = z.infer<typeof scheduledSchema>
export type ScheduleView = z.infer<typeof scheduleSchema>

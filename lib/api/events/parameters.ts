import { z } from '@hono/zod-openapi'
import { wordParameter } from '../parameters/schema'

/** Which events are wanted: the query parameters of every list of events. */
export const eventFilter = {
  kind: wordParameter(
    ['event', 'results', 'all'],
    'Events of the argument, days of quarterly results, or both',
  ).default('event'),
  topic: z.string().optional().openapi({ description: 'Slug of a topic they speak of', example: 'deepseek' }),
  listing: z.string().optional().openapi({ description: 'Symbol of a listing they name', example: '688256.SS' }),
  tag: z
    .string()
    .regex(/^[^\p{C}]{1,60}$/u, { error: 'expected a tag of 1 to 60 characters' })
    .optional(),
}

import { z } from '@hono/zod-openapi'
import { dateText } from '../source/schema'

export const yearsSchema = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          year: z.int(),
          from: dateText.openapi({ description: 'Its first session that is stored' }),
          to: dateText.openapi({ description: 'Its last session' }),
          rows: z.int(),
          version: z
            .string()
            .openapi({ description: 'Of its bytes: another one as soon as one of its bars is corrected' }),
          path: z.string().openapi({ description: 'Where it is, for ever: a correction has another address' }),
        }),
      )
      .openapi({ description: 'Every year from the first session on that is over and settled throughout, ascending' }),
    rest: z
      .strictObject({ from: dateText.nullable(), path: z.string() })
      .openapi({ description: 'What comes after them, which still changes' }),
  })
  .openapi('Years', { description: 'The parts of a series that can be kept for good, and the part that cannot' })

/** The settled years of a listing's series. */
export type YearsView = z.infer<typeof yearsSchema>

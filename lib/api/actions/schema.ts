import { z } from '@hono/zod-openapi'
import { dateText } from '../source/schema'

const from = { exDate: dateText, feed: z.string(), feedName: z.string(), source: z.string() }

export const actionSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('split'), numerator: z.int(), denominator: z.int(), ...from }).openapi({
      description: 'Shares after for shares before',
    }),
    z.strictObject({ kind: z.literal('dividend'), cash: z.number(), currency: z.string(), ...from }).openapi({
      description: 'Cash a share before any split of the same day',
    }),
  ])
  .openapi('CorporateAction')

export const actionsSchema = z.strictObject({ items: z.array(actionSchema) }).openapi('CorporateActions')

/** A split or a cash dividend. */
export type ActionView = z.infer<typeof actionSchema>
export type ActionsView = z.infer<typeof actionsSchema>

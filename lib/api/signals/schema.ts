import { z } from '@hono/zod-openapi'
import { ruleKinds } from '@/lib/store/rule/parameters'
import { dateText, momentText } from '../source/schema'

const named = { name: z.string(), nameZh: z.string() }

/** What is told of a condition that came true, stored or only computed. */
export const hitShape = {
  cause: z.string().openapi({ description: 'What made it true: the same text whenever it is found again' }),
  listing: z
    .strictObject({ symbol: z.string(), ...named })
    .nullable()
    .openapi({ description: 'Null for what belongs to no listing' }),
  session: dateText.nullable().openapi({ description: 'A date of the listing’s exchange' }),
  knownAt: momentText.openapi({ description: 'From when it could be known' }),
  text: z.string().openapi({ description: 'What happened, with its figures' }),
  textZh: z.string(),
  numbers: z.record(z.string(), z.any()).openapi({
    type: 'object',
    description: 'The figures that made it true, as they stood; their names go with the kind',
  }),
  about: z
    .strictObject({
      kind: z.enum(['event', 'claim', 'milestone']),
      slug: z.string(),
      title: z.string(),
      titleZh: z.string(),
    })
    .nullable()
    .openapi({ description: 'The event, claim or milestone it is of' }),
  source: z.string().nullable().openapi({ description: 'Where the figures are from' }),
  sourceZh: z.string().nullable(),
}

export const hitSchema = z.strictObject(hitShape).openapi('Hit')

export const signalSchema = z
  .strictObject({
    id: z.int(),
    rule: z.string().openapi({ description: 'Slug of its rule' }),
    ruleName: z.string(),
    ruleNameZh: z.string(),
    kind: z.enum(ruleKinds),
    ...hitShape,
    foundAt: momentText.openapi({ description: 'When it was found here' }),
  })
  .openapi('Signal')

export const signalsSchema = z
  .strictObject({
    items: z.array(signalSchema),
    total: z.int().openapi({ description: 'How many match on all pages' }),
    page: z.int(),
    pages: z.int(),
  })
  .openapi('Signals')

export type HitView = z.infer<typeof hitSchema>
export type SignalView = z.infer<typeof signalSchema>
export type SignalsView = z.infer<typeof signalsSchema>

import { z } from '@hono/zod-openapi'
import { ruleKinds } from '@/lib/store/rule/parameters'
import { hitSchema } from '../signals/schema'
import { dateText, momentText } from '../source/schema'

export const ruleSchema = z
  .strictObject({
    slug: z.string(),
    name: z.string(),
    nameZh: z.string(),
    kind: z.enum(ruleKinds),
    parameters: z.record(z.string(), z.any()).openapi({ type: 'object', description: 'What its kind takes' }),
    description: z.string().openapi({ description: 'What it looks for' }),
    descriptionZh: z.string(),
    listings: z.array(z.string()).openapi({ description: 'Symbols it looks at; all when empty' }),
    status: z.enum(['draft', 'published', 'archived']),
    position: z.int(),
    version: z.int().openapi({ description: 'Counts its changes; a change names the one it was made from' }),
    externalId: z.string().nullable().openapi({ description: 'What another program calls it' }),
    managedBy: z
      .string()
      .nullable()
      .openapi({ description: 'The file that owns it; null when it may be changed here' }),
    signals: z.int().openapi({ description: 'How often it has come true' }),
    lastKnownAt: momentText.nullable().openapi({ description: 'When the latest of them could be known' }),
  })
  .openapi('Rule')

export const rulesSchema = z.strictObject({ items: z.array(ruleSchema) }).openapi('Rules')

export const backtestSchema = z
  .strictObject({
    rule: z.string().nullable().openapi({ description: 'Its slug; null for one that is not stored' }),
    kind: z.enum(ruleKinds),
    description: z.string(),
    descriptionZh: z.string(),
    from: dateText,
    to: dateText,
    fired: z.int().openapi({ description: 'How often it would have come true on these days' }),
    perYear: z.number().nullable().openapi({ description: 'The same a year; null for less than a week' }),
    text: z.string(),
    textZh: z.string(),
    byListing: z.array(z.strictObject({ symbol: z.string().nullable(), count: z.int() })),
    byYear: z.array(z.strictObject({ year: z.string(), count: z.int() })),
    items: z.array(hitSchema).openapi({ description: 'The latest of them, at most 500' }),
  })
  .openapi('Backtest')

export type RuleView = z.infer<typeof ruleSchema>
export type RulesView = z.infer<typeof rulesSchema>
export type BacktestView = z.infer<typeof backtestSchema>

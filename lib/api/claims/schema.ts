import { z } from '@hono/zod-openapi'
import { claimVerdicts } from '@/lib/studies/claims/result'
import { dateText, editedShape, momentText } from '../source/schema'

const claimShape = {
  slug: z.string(),
  statement: z.string(),
  statementZh: z.string(),
  kind: z.string().openapi({ description: 'Which arithmetic judges it' }),
  parameters: z.unknown().openapi({ description: 'What that arithmetic takes', type: 'object' }),
  statedOn: z.string(),
  sourceName: z.string(),
  sourceUrl: z.string().nullable(),
  position: z.int().openapi({ description: 'Where it stands in lists, the smallest first' }),
  ...editedShape,
  verdict: z.enum(claimVerdicts),
  finding: z.string(),
  findingZh: z.string(),
  since: z.string().nullable().openapi({ description: 'What later figures add; they never turn the verdict' }),
  sinceZh: z.string().nullable(),
  judgedAt: momentText
    .nullable()
    .openapi({ description: 'What could be known then decides: the end of the day of the statement' }),
  addedAt: momentText.openapi({ description: 'When the claim was added here' }),
}

const rangeSchema = z.strictObject({ low: z.number(), high: z.number() }).openapi('ClaimRange')

const inputSchema = z
  .strictObject({
    name: z.string(),
    nameZh: z.string(),
    value: z.string().openapi({ description: 'A decimal, a date, or a share such as 1/6' }),
    unit: z.string(),
    unitZh: z.string(),
    period: z.string().nullable().openapi({ description: 'The session, fiscal label, date or event it is of' }),
    source: z.string().nullable().openapi({ description: 'The feed that brought it' }),
    sourceZh: z.string().nullable(),
    document: z.string().nullable().openapi({ description: 'What it is written in' }),
    documentZh: z.string().nullable(),
    asOf: momentText.nullable().openapi({ description: 'From when it was known' }),
  })
  .openapi('ClaimInput')

const endDatesSchema = z
  .strictObject({
    count: z.int(),
    satisfied: z.int(),
    share: z.number().openapi({ description: 'satisfied / count, from 0 to 1' }),
    min: z.number(),
    max: z.number(),
    list: z.array(
      z.strictObject({
        session: dateText,
        close: z.number(),
        start: dateText.openapi({ description: 'The session the change is counted from' }),
        startClose: z.number(),
        change: z.number().openapi({ description: 'In the unit computed' }),
        satisfies: z.boolean(),
        source: z.string(),
      }),
    ),
  })
  .openapi('ClaimEndDates')

const conversionSchema = z
  .strictObject({
    date: dateText,
    rateDate: dateText.openapi({ description: 'The date of the rates: that one, or the last before with rates' }),
    value: z.number().openapi({ description: 'In the unit computed' }),
    satisfies: z.boolean(),
  })
  .openapi('ClaimConversion')

export const claimSchema = z.strictObject(claimShape).openapi('Claim')

export const claimsSchema = z.strictObject({ items: z.array(claimSchema) }).openapi('Claims')

export const judgedClaimSchema = z
  .strictObject({
    ...claimShape,
    inputs: z.array(inputSchema),
    formula: z.string().nullable().openapi({ description: 'The arithmetic in one line, with its numbers' }),
    formulaZh: z.string().nullable(),
    computed: z.strictObject({ value: z.number(), unit: z.string(), unitZh: z.string() }).nullable(),
    interval: rangeSchema
      .nullable()
      .openapi({ description: 'What the computed figure can be, given the rounding of its inputs or the dates' }),
    stated: rangeSchema.nullable().openapi({ description: 'What the statement can mean, given its own rounding' }),
    endDates: endDatesSchema.nullable().openapi({ description: 'For a change over a period: its possible ends' }),
    conversions: z.array(conversionSchema).nullable().openapi({ description: 'For a conversion: its dates' }),
  })
  .openapi('JudgedClaim')

/** A statement with its verdict and what was found, in short. */
export type ClaimView = z.infer<typeof claimSchema>
export type ClaimsView = z.infer<typeof claimsSchema>
/** A statement with its verdict and everything that the verdict rests on. */
export type JudgedClaimView = z.infer<typeof judgedClaimSchema>

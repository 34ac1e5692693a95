import { z } from '@hono/zod-openapi'

export const claimSchema = z
  .strictObject({
    slug: z.string(),
    statement: z.string(),
    statementZh: z.string(),
    kind: z.string().openapi({ description: 'Which arithmetic judges it' }),
    parameters: z.unknown().openapi({ description: 'What that arithmetic takes', type: 'object' }),
    statedOn: z.string(),
    sourceName: z.string(),
    sourceUrl: z.string().nullable(),
    verdict: z.string(),
    finding: z.string(),
    findingZh: z.string(),
  })
  .openapi('Claim')

export const claimsSchema = z.strictObject({ items: z.array(claimSchema) }).openapi('Claims')

/** A statement with its verdict and the figures that decide it. */
export type ClaimView = z.infer<typeof claimSchema>
export type ClaimsView = z.infer<typeof claimsSchema>

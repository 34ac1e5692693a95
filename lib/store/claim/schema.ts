import { z } from 'zod'
import { isTradingDate } from '@/lib/market/date'
import {
  externalIdInput,
  isOfOurTime,
  lineInput,
  ourTime,
  positionInput,
  proseInput,
  slugInput,
  statusInput,
  webAddressInput,
} from '../input'

/** The fields of a claim as its commands take them. What `parameters` may hold, its kind says: whoever judges claims checks that. */
export const claimFields = {
  slug: slugInput,
  statement: proseInput(1_000).refine((text) => text !== '', { error: 'expected 1 to 1000 characters' }),
  statementZh: proseInput(1_000).refine((text) => text !== '', { error: 'expected 1 to 1000 characters' }),
  kind: lineInput(60),
  parameters: z.record(z.string().max(60), z.unknown(), { error: 'expected an object' }),
  statedOn: z
    .string()
    .refine(isTradingDate, { error: 'expected a date of the calendar such as 2025-09-19', abort: true })
    .refine(isOfOurTime, ourTime),
  sourceName: lineInput(200),
  sourceUrl: webAddressInput.nullable(),
  status: statusInput,
  position: positionInput,
  externalId: externalIdInput.nullable(),
}

/** A whole claim, its parameters unchecked. */
export const claimInput = z.strictObject(claimFields)

export type ClaimFields = z.output<typeof claimInput>

/** What may be left out of a new claim. */
export const claimDefaults = { sourceUrl: null, status: 'draft', position: 100, externalId: null } as const

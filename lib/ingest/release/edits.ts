import { z } from 'zod'
import { isTradingDate } from '@/lib/market/date'

const price = z.string().regex(/^\d{1,13}(\.\d{1,6})?$/, { error: 'expected a price such as 123.45' })
const shares = z.string().regex(/^\d{1,18}$/, { error: 'expected a whole number of shares' })

/**
 * What an admin knows better than a held row. Of a bar its prices as traded and its volume in shares (null for an index); of a candidate split the ratio (`1.49` or `1/10`, shares
 * after for one before) and the ex-date; of a figure of revenue its value; of a share count the shares.
 */
export const editFields = {
  open: price.optional(),
  high: price.optional(),
  low: price.optional(),
  close: price.optional(),
  volume: shares.nullable().optional(),
  ratio: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,6})?(\/\d{1,9}(\.\d{1,6})?)?$/, { error: 'expected a ratio such as 1.49 or 1/10' })
    .optional(),
  exDate: z.string().refine(isTradingDate, { error: 'expected a calendar date such as 2026-05-08' }).optional(),
  value: z
    .string()
    .regex(/^\d{1,20}(\.\d{1,2})?$/, { error: 'expected an amount such as 2880643470.54' })
    .optional(),
  shares: shares.optional(),
}

export const releaseEdits = z.strictObject(editFields)
export type ReleaseEdits = z.output<typeof releaseEdits>
export type EditField = keyof typeof editFields

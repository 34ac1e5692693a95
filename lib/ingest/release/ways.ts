import { z } from 'zod'
import { isMic } from '@/lib/market/exchange'
import type { Listing } from '@/lib/store/listing/list'
import type { QuarantineRow } from '@/lib/store/quarantine/list'
import { usualRatio } from '../softShapes'
import { sessionProblem } from '../validate'
import type { EditField } from './edits'

/** What the release of a row would write, and which edits it needs or may have. */
export interface ReleaseWay {
  readonly writes: 'bar' | 'action' | 'revenue' | 'shares'
  readonly needs: readonly EditField[]
  readonly takes: readonly EditField[]
}

const moment = z.iso.datetime().transform((text) => new Date(text))

/** A bar that is known to be as traded. */
export const heldBar = z.object({
  asTraded: z.literal(true),
  session: z.string(),
  open: z.string(),
  high: z.string(),
  low: z.string(),
  close: z.string(),
  volume: z.union([z.string().regex(/^\d+$/).transform(BigInt), z.null()]),
  settled: z.boolean(),
  asOf: moment,
  feedSymbol: z.string(),
  fetchedAt: moment,
})

export const heldSplit = z.object({
  kind: z.literal('split'),
  exDate: z.string().nullish(),
  lastSession: z.string().nullish(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  ratio: z.string().optional(),
})
export type HeldSplit = z.output<typeof heldSplit>

export const heldRevenue = z.object({
  label: z.string(),
  periodStart: z.string(),
  periodEnd: z.string(),
  value: z.string(),
  currency: z.string(),
  filed: z.string().nullable(),
  knownAt: moment,
  derived: z.boolean(),
  precision: z.string(),
  document: z.string(),
})

export const heldShares = z.object({
  asOf: z.string(),
  shares: z.string(),
  filed: z.string(),
  knownAt: moment,
  document: z.string(),
})

export const barEdits = ['open', 'high', 'low', 'close', 'volume'] as const

/** The ratio a held split is known by, `10/1`; undefined when a person has to name it. Pure. */
export function knownRatio({ numerator, denominator = 1, ratio }: HeldSplit): string | undefined {
  const known = numerator === undefined ? usualRatio(Number(ratio)) : { numerator, denominator }
  return known === null ? undefined : `${known.numerator}/${known.denominator}`
}

/** How a row can be released; null when it can only be rejected. `listing` is the row's. Pure. */
export function releaseWay(row: QuarantineRow, listing: Pick<Listing, 'mic'> | null): ReleaseWay | null {
  if (listing === null || !isMic(listing.mic)) return null
  if (row.entity === 'bar') {
    if (heldBar.safeParse(row.payload).success) return { writes: 'bar', needs: [], takes: barEdits }
    return sessionProblem(listing.mic, row.key) === null ? { writes: 'bar', needs: barEdits, takes: barEdits } : null
  }
  if (row.entity === 'action') {
    const split = heldSplit.safeParse(row.payload).data
    if (split === undefined) return null
    const needs = [
      ...(knownRatio(split) === undefined ? (['ratio'] as const) : []),
      ...(split.exDate ? [] : (['exDate'] as const)),
    ]
    return { writes: 'action', needs, takes: ['ratio', 'exDate'] }
  }
  if (row.entity === 'revenue' && heldRevenue.safeParse(row.payload).success)
    return { writes: 'revenue', needs: [], takes: ['value'] }
  if (row.entity === 'shares' && heldShares.safeParse(row.payload).success)
    return { writes: 'shares', needs: [], takes: ['shares'] }
  return null
}

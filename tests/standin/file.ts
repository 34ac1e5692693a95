import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { csvBars } from './csv'
import type { FaultRule, StandinBar, StandinData } from './types'

const price = z.number().nullable()
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date YYYY-MM-DD')
const fault = z.custom<FaultRule['fault']>((value) => typeof value === 'object' && value !== null && 'kind' in value)

const fileSchema = z.strictObject({
  listings: z
    .array(
      z.strictObject({
        symbol: z.string(),
        currency: z.string().nullable(),
        timeZone: z.string(),
        open: z.string().optional(),
        csv: z.string().optional(),
        bars: z.array(z.tuple([date, price, price, price, price, price])).default([]),
        actions: z
          .array(
            z.union([
              z.strictObject({
                kind: z.literal('split'),
                exDate: date,
                numerator: z.number(),
                denominator: z.number(),
              }),
              z.strictObject({ kind: z.literal('dividend'), exDate: date, cash: z.number() }),
            ]),
          )
          .default([]),
        live: z.strictObject({ at: z.string(), price: z.number(), volume: price }).optional(),
        replay: z
          .strictObject({
            session: date,
            close: z.string(),
            ticks: z.array(z.strictObject({ at: z.string(), price: z.number(), shares: z.number() })),
          })
          .optional(),
      }),
    )
    .default([]),
  companies: z
    .array(
      z.strictObject({
        cik: z.number(),
        name: z.string(),
        facts: z.record(
          z.string(),
          z.array(
            z.strictObject({
              start: date,
              end: date,
              val: z.number(),
              accn: z.string(),
              form: z.string(),
              filed: date,
            }),
          ),
        ),
        filings: z
          .array(
            z.strictObject({
              accessionNumber: z.string(),
              filingDate: date,
              acceptanceDateTime: z.string(),
              form: z.string(),
              items: z.string(),
            }),
          )
          .optional(),
      }),
    )
    .default([]),
  reports: z
    .array(z.strictObject({ code: z.string(), reportDate: date, noticeDate: date, yearToDate: price }))
    .default([]),
  rates: z.array(z.strictObject({ date, rates: z.record(z.string(), price) })).default([]),
  faults: z.array(z.strictObject({ match: z.string(), fault, times: z.number().optional() })).default([]),
})

/** Data and faults from a JSON file in the form that `main.ts` tells. Throws with zod's list of what is wrong. */
export function readStandinFile(path: string): { data: StandinData; faults: FaultRule[] } {
  const { faults, listings, ...rest } = fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  return {
    faults,
    data: {
      ...rest,
      listings: listings.map(({ csv, bars, ...listing }) => {
        const bySession = new Map<string, StandinBar>()
        for (const bar of csv === undefined ? [] : csvBars(resolve(dirname(path), csv))) bySession.set(bar.session, bar)
        for (const [session, open, high, low, close, volume] of bars) {
          bySession.set(session, { session, open, high, low, close, volume })
        }
        return { ...listing, bars: [...bySession.values()] }
      }),
    },
  }
}

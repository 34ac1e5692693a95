import { z } from '@hono/zod-openapi'
import { refusalReasons } from '@/lib/analytics/refusal'
import { indicatorBases } from '@/lib/studies/indicators/listingIndicators'
import { sessionRules } from '@/lib/studies/indicators/sessionRule'
import { bundledTo, dateText, momentText, sourceRangeSchema } from '../source/schema'

const figures = (description: string) => z.array(z.number().nullable()).openapi({ description })

const besideSchema = z
  .strictObject({
    symbol: z.string().nullable(),
    name: z.string().nullable(),
    nameZh: z.string().nullable(),
    currency: z.string().nullable().openapi({ description: 'Of its closes; nothing is converted' }),
    sessions: z.enum(sessionRules).nullable().openapi({
      description:
        'Which of its sessions stands beside an own one: that of the same date, or the last one that had closed before the own one opened',
    }),
    rule: z.string().nullable().openapi({ description: 'The same as a sentence' }),
    sources: z.array(sourceRangeSchema),
    refused: z.enum(refusalReasons).nullable().openapi({ description: 'Why the column is empty; null when it is not' }),
    detail: z.string().nullable(),
  })
  .openapi('IndicatorPartner')

export const indicatorsSchema = z
  .strictObject({
    session: z.array(dateText).openapi({ description: 'Settled sessions' }),
    close: z.array(z.number()),
    high: z.array(z.number()).openapi({ description: 'Highest close since the first stored session' }),
    drawdown: figures('close / high - 1'),
    volatility: figures('Annualised, a fraction; null before there are enough returns'),
    benchmarkSession: z.array(dateText.nullable()).openapi({ description: 'Null where none stands beside the row' }),
    benchmarkClose: figures('Of benchmarkSession'),
    beta: figures('Of the last returns between rows that have a benchmarkClose'),
    againstSession: z.array(dateText.nullable()),
    againstClose: figures('Of againstSession'),
    correlation: figures('Of the last returns between rows that have an againstClose'),
    meta: z.strictObject({
      symbol: z.string(),
      name: z.string(),
      nameZh: z.string(),
      mic: z.string(),
      currency: z.string(),
      adjustment: z.enum(indicatorBases),
      adjustmentNote: z.string().nullable(),
      window: z.int().openapi({ description: 'Returns in a window' }),
      returns: z.literal('log'),
      periodsPerYear: z.int(),
      formulas: z.strictObject({
        drawdown: z.string(),
        volatility: z.string(),
        beta: z.string(),
        correlation: z.string(),
      }),
      deepest: z
        .strictObject({ depth: z.number(), peak: dateText, trough: dateText })
        .nullable()
        .openapi({ description: 'The deepest fall of all stored sessions; null when there was none' }),
      benchmark: besideSchema,
      against: besideSchema,
      sources: z.array(sourceRangeSchema),
      bundledTo,
      asOf: momentText.nullable(),
      fetchedAt: momentText.nullable(),
      rows: z.int(),
    }),
  })
  .openapi('Indicators', {
    description:
      'Drawdown, realised volatility, rolling beta and rolling correlation by columns of one length, ascending by settled session. They are counted over all stored sessions, whatever range is asked for: take the whole range to recompute a window',
  })

/** Indicators of a listing by columns. */
export type IndicatorsView = z.infer<typeof indicatorsSchema>
/** What a statistic of two listings stands against. */
export type IndicatorPartner = IndicatorsView['meta']['benchmark']

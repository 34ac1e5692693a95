import { z } from '@hono/zod-openapi'
import { eventVerdicts } from '@/lib/studies/event/verdict'
import { dateText, momentText } from '../source/schema'
import { refusalSchema } from '../study/schema'

const number = z.number().nullable()
const statistic = z.strictObject({ statistic: number, p: number })

const rowSchema = z
  .strictObject({
    event: z.string(),
    title: z.string(),
    titleZh: z.string(),
    kind: z.enum(['event', 'results']),
    tags: z.array(z.string()),
    symbol: z.string(),
    name: z.string(),
    nameZh: z.string(),
    day0: dateText.nullable(),
    verdict: z.enum(eventVerdicts),
    car: number,
    percent: number,
    lo: number.openapi({ description: '95 % band of the CAR' }),
    hi: number,
    se: number,
    t: number,
    p: number,
    pHolm: number.openapi({ description: 'After Holm over the listings of the event, as the verdict takes it' }),
    placeboHolm: number,
    minimumDetectable: number,
    pHolmAll: number.openapi({ description: 'After Holm over all rows here' }),
    pFalseDiscovery: number.openapi({ description: 'After Benjamini and Hochberg over all rows here' }),
    counted: z.boolean().openapi({ description: 'Whether it enters the tests across events' }),
    sharedWith: z.string().nullable().openapi({ description: 'The event of the same listing whose window it shares' }),
    refusal: refusalSchema.nullable(),
  })
  .openapi('StudyRow')

const groupSchema = z
  .strictObject({
    by: z.enum(['all', 'listing', 'tag']),
    key: z.string(),
    n: z.int().openapi({ description: 'Rows that count' }),
    refusal: refusalSchema.nullable(),
    tests: z
      .strictObject({
        meanCar: number,
        meanPercent: number,
        meanCorrelation: number,
        pairs: z.int(),
        overlapping: z.int().openapi({ description: 'Pairs of rows whose windows share time' }),
        crossSectional: statistic,
        theta1: statistic,
        patell: statistic,
        bmp: statistic,
        kolariPynnonen: statistic,
        generalisedSign: statistic,
        sign: z.strictObject({ positive: z.int(), z: number, exactP: number }),
        chosen: z
          .enum(['kolari-pynnonen', 'bmp'])
          .openapi({ description: 'The test that suits the dates of the rows' }),
        moved: z.strictObject({ count: z.int(), lo: z.number(), hi: z.number() }),
      })
      .nullable(),
  })
  .openapi('StudyGroup')

export const acrossSchema = z
  .strictObject({
    items: z.array(rowSchema),
    groups: z.array(groupSchema),
    meta: z.strictObject({ rule: z.string(), looks: z.int(), asOf: momentText }),
  })
  .openapi('Studies', { description: 'Headline tests of all events, and tests across them' })

/** Headline tests of many events, and tests across them. */
export type AcrossView = z.infer<typeof acrossSchema>
export type AcrossRowView = AcrossView['items'][number]
export type AcrossGroupView = AcrossView['groups'][number]

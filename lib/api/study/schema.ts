import { z } from '@hono/zod-openapi'
import { models } from '@/lib/analytics/eventStudy/model'
import { refusalReasons } from '@/lib/analytics/refusal'
import { returnKinds } from '@/lib/analytics/returns'
import { pairings } from '@/lib/studies/event/pairing'
import { eventVerdicts } from '@/lib/studies/event/verdict'
import { dateText, momentText } from '../source/schema'

const number = z.number().nullable()
const column = z.array(number)

export const refusalSchema = z
  .strictObject({
    reason: z.enum(refusalReasons),
    detail: z.string().openapi({ description: 'One sentence with the figures behind it' }),
  })
  .openapi('Refusal', { description: 'Why a figure cannot be had' })

/** The test of one window: figures null where `refusal` says why. Returns are as the study counts them. */
export const windowTestSchema = z
  .strictObject({
    from: z.int(),
    to: z.int(),
    car: number,
    percent: number.openapi({ description: 'The CAR as a change in percent: 100 (e^CAR - 1) of log returns' }),
    se: number,
    t: number,
    df: number,
    p: number,
    lo: number,
    hi: number,
    refusal: refusalSchema.nullable(),
  })
  .openapi('WindowTest')

const verdict = z.enum(eventVerdicts)

export const headlineSchema = z
  .strictObject({
    symbol: z.string(),
    name: z.string(),
    nameZh: z.string(),
    benchmark: z.string().nullable(),
    day0: dateText.nullable(),
    verdict,
    sentence: z.string(),
    sentenceZh: z.string(),
    test: windowTestSchema,
    pHolm: number.openapi({ description: 'p after Holm over the listings of the event' }),
    placeboP: number,
    placeboHolm: number,
    minimumDetectable: number.openapi({ description: 'Smallest |CAR| found with a probability of 80 %' }),
    usable: z.int().nullable().openapi({ description: 'Returns of the estimation window that were used' }),
  })
  .openapi('StudyHeadline', { description: 'Market model, log returns, [0, +1]: declared before anybody looks' })

const eventReference = z.strictObject({ slug: z.string(), title: z.string(), titleZh: z.string() })

const sides = z.strictObject({
  session: z.array(dateText),
  firm: column,
  market: column.nullable(),
})

/** What the command `npm run study` reads; the sessions and closes beside it are for people. */
const inputSchema = z
  .strictObject({
    kind: z.literal('event-study'),
    model: z.enum(models),
    returns: z.enum(returnKinds),
    confidence: z.number(),
    events: z.array(
      z.strictObject({
        id: z.string(),
        estimation: sides,
        event: sides.extend({
          days: z.array(z.int()),
          close: z.array(z.number()).openapi({ description: 'As traded' }),
          adjustedClose: z.array(z.number()).openapi({ description: 'Split-adjusted' }),
          benchmarkClose: z.array(z.number()).nullable(),
          volume: column,
        }),
      }),
    ),
  })
  .openapi('StudyInput', { description: 'The returns of both windows: a case that `npm run study` recomputes' })

export const studySchema = z
  .strictObject({
    event: eventReference.extend({
      start: z.string(),
      date: z.string(),
      precision: z.enum(['minute', 'day', 'month']),
      phase: z.enum(['pre', 'intraday', 'after', 'unknown']),
    }),
    listing: z.strictObject({
      symbol: z.string(),
      name: z.string(),
      nameZh: z.string(),
      mic: z.string(),
      currency: z.string(),
    }),
    benchmark: z.strictObject({ symbol: z.string(), name: z.string(), nameZh: z.string() }).nullable(),
    settings: z.strictObject({
      model: z.enum(models),
      returns: z.enum(returnKinds),
      pre: z.int(),
      post: z.int(),
      gap: z.int(),
      estimation: z.int(),
      basis: z.literal('split'),
      confidence: z.number(),
    }),
    day0: dateText.nullable(),
    day0Note: z.string().nullable(),
    day0NoteZh: z.string().nullable(),
    verdict,
    sentence: z.string(),
    sentenceZh: z.string(),
    headline: headlineSchema,
    listings: z.array(headlineSchema).openapi({ description: 'All listings of the event: the family Holm runs over' }),
    paths: z
      .array(
        z.strictObject({
          symbol: z.string(),
          car: column,
          carLo: column,
          carHi: column,
          refusal: refusalSchema.nullable(),
        }),
      )
      .openapi({ description: 'CAR over `days` with its band for each of `listings`, by the settings asked for' }),
    refusal: refusalSchema.nullable().openapi({ description: 'Why the windows asked for cannot be studied' }),
    n: z.int(),
    alpha: number,
    beta: number,
    seAlpha: number,
    seBeta: number,
    r2: number,
    sigma: number,
    df: number,
    days: z.array(z.int()),
    expected: column,
    ar: column,
    arSe: column,
    arT: column,
    arP: column,
    arTSimple: column,
    car: column,
    carSe: column,
    carT: column,
    carP: column,
    carLo: column,
    carHi: column,
    carTSimple: column,
    bhar: column.nullable(),
    estimation: z
      .strictObject({
        from: dateText.nullable(),
        to: dateText.nullable(),
        asked: z.int(),
        available: z.int(),
        used: z.int(),
        leftOut: z.array(z.strictObject({ session: dateText, events: z.array(z.string()) })),
        note: z.string().nullable(),
        noteZh: z.string().nullable(),
      })
      .nullable(),
    confounders: z.array(
      eventReference.extend({ kind: z.enum(['event', 'results']), day0: dateText, relative: z.int() }),
    ),
    priceLimits: z.array(
      z.strictObject({ session: dateText, relative: z.int(), direction: z.enum(['up', 'down']), share: z.number() }),
    ),
    longReturns: z.array(z.strictObject({ session: dateText, relative: z.int(), since: dateText, sessions: z.int() })),
    placebo: z
      .strictObject({
        days: z.int(),
        asFar: z.int(),
        effective: z.int(),
        p: z.number(),
        floor: z.number().openapi({ description: 'The smallest p that so many windows can give' }),
        session: z.array(dateText),
        t: z.array(z.number()),
      })
      .nullable(),
    drift: z.strictObject({
      before: windowTestSchema,
      after: windowTestSchema,
      reversal: number.openapi({
        description: 'Share of the headline’s move that the drift after it gave back; null where p is 5 % or more',
      }),
    }),
    volume: z.strictObject({
      times: number,
      excess: number,
      t: number,
      df: number,
      p: number,
      refusal: refusalSchema.nullable(),
    }),
    bootstrap: z.strictObject({
      lo: number,
      hi: number,
      p: number,
      resamples: z.int().nullable(),
      block: z.int().nullable(),
      seed: z.int().nullable(),
      refusal: refusalSchema.nullable(),
    }),
    robustness: z.strictObject({
      answered: z.int(),
      sameSign: z.int(),
      agreeing: z.int(),
      looks: z.array(z.strictObject({ model: z.enum(models), estimation: z.int(), test: windowTestSchema })),
    }),
    differences: z.array(
      z.strictObject({
        against: z.string(),
        pairing: z.enum(pairings),
        difference: number,
        se: number,
        t: number,
        df: number,
        p: number,
        correlation: number,
        pairs: z.int().nullable(),
        refusal: refusalSchema.nullable(),
      }),
    ),
    rank: z.strictObject({ asFar: z.int(), of: z.int() }).nullable(),
    looks: z.int().openapi({ description: 'p-values in this answer beside the headline’s' }),
    notes: z.array(z.string()),
    notesZh: z.array(z.string()).openapi({ description: 'The same notes in Chinese, in the same order' }),
    input: inputSchema.nullable(),
    meta: z.strictObject({
      source: z.array(z.strictObject({ feed: z.string(), name: z.string(), bundled: z.boolean() })),
      asOf: momentText,
      lastSession: dateText.nullable().openapi({ description: 'The last settled session that both sides have' }),
      adjustment: z.literal('split'),
      currency: z.string(),
    }),
  })
  .openapi('EventStudy', { description: 'The headline decides; all else is a further look. Columns run over `days`' })

/** The study of one event and one listing. */
export type StudyView = z.infer<typeof studySchema>
export type HeadlineView = z.infer<typeof headlineSchema>
export type WindowTestView = z.infer<typeof windowTestSchema>
export type RefusalView = z.infer<typeof refusalSchema>

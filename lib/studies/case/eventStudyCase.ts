import { z } from 'zod'
import { crossFigures } from '@/lib/analytics/crossEvent/figures'
import { type EventReturns, eventResult } from '@/lib/analytics/eventStudy/figures'
import type { Model } from '@/lib/analytics/eventStudy/model'
import { confidenceField, idField, modelField, returnColumn, returnsField, sameLength } from './fields'
import { presentRows, type Sparse } from './presentRows'

const daysField = z
  .array(z.number({ error: 'expected a whole number' }).int({ error: 'expected a whole number' }), {
    error: 'expected a list of days',
  })
  .min(1, { error: 'expected one day at least' })
  .refine((days) => days.every((day, i) => i === 0 || day > (days[i - 1] ?? day)), { error: 'expected ascending days' })

const marketColumn = returnColumn.nullish().transform((column) => column ?? null)

const eventField = z
  .object(
    {
      id: idField.optional(),
      estimation: z.object(
        { firm: returnColumn, market: marketColumn },
        { error: 'expected an object with firm and market' },
      ),
      event: z.object(
        { days: daysField, firm: returnColumn, market: marketColumn },
        { error: 'expected an object with days, firm and market' },
      ),
    },
    { error: 'expected an event with id, estimation and event' },
  )
  .superRefine(({ estimation, event }, ctx) => {
    const complain = (path: (string | number)[], message: string) => ctx.addIssue({ code: 'custom', path, message })
    const firm = { length: estimation.firm.length, name: 'firm' }
    if (estimation.market) sameLength(complain, ['estimation', 'market'], estimation.market, firm)
    const days = { length: event.days.length, name: 'days' }
    sameLength(complain, ['event', 'firm'], event.firm, days)
    if (event.market) sameLength(complain, ['event', 'market'], event.market, days)
  })

/** `event-study`: aligned returns of each event, in one kind of return. */
export const eventStudyInput = z
  .object({
    kind: z.literal('event-study'),
    model: modelField,
    /** Kind of the returns given: only `bhar`, which compounds them, asks for it. */
    returns: returnsField.default('simple'),
    confidence: confidenceField,
    events: z
      .array(eventField, { error: 'expected a list of events' })
      .min(1, { error: 'expected one event at least' }),
  })
  .superRefine(({ model, events }, ctx) => {
    if (model === 'mean-adjusted') return
    for (const [i, { estimation, event }] of events.entries()) {
      const message = `expected the market's returns, which the ${model} model needs`
      if (!estimation.market) ctx.addIssue({ code: 'custom', path: ['events', i, 'estimation', 'market'], message })
      if (!event.market) ctx.addIssue({ code: 'custom', path: ['events', i, 'event', 'market'], message })
    }
  })

type EventStudyInput = z.infer<typeof eventStudyInput>

const column = (values: readonly (number | null)[]) => Float64Array.from(values, (value) => value ?? Number.NaN)

/** Estimation rows without a missing value on a side that the model looks at. */
function estimationRows(model: Model, firm: Sparse, market: Sparse | null) {
  const asked = model === 'mean-adjusted' ? null : market
  const { at, values } = presentRows(firm, ...(asked ? [asked] : []))
  return { firm: values, market: Float64Array.from(at, (i) => asked?.[i] ?? 0) }
}

/** Returns of an event with nulls, as the analytics take them. */
export function eventReturns(model: Model, { estimation, event }: EventStudyInput['events'][number]): EventReturns {
  return {
    estimation: estimationRows(model, estimation.firm, estimation.market),
    event: { days: event.days, firm: column(event.firm), market: event.market && column(event.market) },
  }
}

/** The study of the events one by one and across them, with the field names of the reference cases. */
export function eventStudyResult({ kind, model, returns, confidence, events }: EventStudyInput) {
  const results = events.map((event) => eventResult(eventReturns(model, event), { model, confidence, returns }))
  return {
    kind,
    model,
    events: results.map(({ figures, refusal }, i) => ({ id: events[i]?.id ?? String(i + 1), ...figures, refusal })),
    cross: crossFigures(results),
  }
}

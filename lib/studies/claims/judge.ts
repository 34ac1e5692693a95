import type { z } from 'zod'
import { isTradingDate } from '@/lib/market/date'
import type { StoredClaim } from '@/lib/store/claim/list'
import type { Store } from '@/lib/store/connection/store'
import { judgeArithmetic } from './arithmetic'
import { judgeConversion } from './conversion'
import { judgeGrowth } from './growth'
import { judgeInterval } from './interval'
import { type ClaimKind, claimKinds, claimParameters } from './kinds'
import { judgeLevel } from './level'
import { judgeNotCheckable } from './notCheckable'
import { judgePriceChange } from './priceChange'
import { judgeRecord } from './record'
import { judgeResponse } from './response'
import { type Judgement, type Moments, notCheckable } from './result'

type Judge = (store: Store, parameters: unknown, at: Moments) => Promise<Judgement>

function issueText({ path, message }: z.core.$ZodIssue): string {
  return path.length > 0 ? `${path.join('.')}: ${message}` : message
}

/** A judge of parameters that are checked first: what does not fit is the reason why there is no judgement. */
function checked<Schema extends z.ZodType>(
  schema: Schema,
  judge: (store: Store, parameters: z.output<Schema>, at: Moments) => Promise<Judgement> | Judgement,
): Judge {
  return async (store, parameters, at) => {
    const parsed = schema.safeParse(parameters)
    if (parsed.success) return judge(store, parsed.data, at)
    const issues = parsed.error.issues.map(issueText).join('; ')
    return notCheckable({
      en: `The parameters of the claim do not fit its kind: ${issues}.`,
      zh: `该说法的参数与其类型不符：${issues}。`,
    })
  }
}

const judges: Readonly<Record<ClaimKind, Judge>> = {
  'price-change': checked(claimParameters['price-change'], judgePriceChange),
  level: checked(claimParameters.level, judgeLevel),
  growth: checked(claimParameters.growth, judgeGrowth),
  conversion: checked(claimParameters.conversion, judgeConversion),
  record: checked(claimParameters.record, judgeRecord),
  response: checked(claimParameters.response, judgeResponse),
  interval: checked(claimParameters.interval, judgeInterval),
  arithmetic: checked(claimParameters.arithmetic, (_, parameters) => judgeArithmetic(parameters)),
  'not-checkable': checked(claimParameters['not-checkable'], (_, parameters) => judgeNotCheckable(parameters)),
}

const isKind = (kind: string): kind is ClaimKind => claimKinds.some((known) => known === kind)

/**
 * The moment a claim is judged from: the end of the day (UTC) on which it was stated, with what could be known then; while that day lasts, `now`. Null for
 * what is no date.
 */
export function judgedAtOf(statedOn: string, now: Date): Date | null {
  if (!isTradingDate(statedOn)) return null
  const dayEnd = new Date(`${statedOn}T23:59:59.999Z`)
  return dayEnd < now ? dayEnd : now
}

/**
 * Holds a claim against what the store could know at the end of the day it was stated, and tells what is known at `now` besides. Nothing in the store makes
 * it throw but the store itself failing: parameters that do not fit, an unknown kind, and figures that are not there are reasons of *not checkable*.
 */
export async function judgeClaim(
  store: Store,
  { kind, parameters, statedOn }: Pick<StoredClaim, 'kind' | 'parameters' | 'statedOn'>,
  now: Date,
): Promise<Judgement> {
  const judgedAt = judgedAtOf(statedOn, now)
  if (judgedAt === null) {
    return notCheckable({
      en: `The day of the statement is "${statedOn}", expected a date such as 2025-09-19.`,
      zh: `表述日期为“${statedOn}”，应为2025-09-19这样的日期。`,
    })
  }
  if (isKind(kind)) return judges[kind](store, parameters, { judgedAt, now })
  const kinds = claimKinds.join(', ')
  return notCheckable({
    en: `There is no kind of claim "${kind}", expected one of ${kinds}.`,
    zh: `没有“${kind}”这一类型，应为以下之一：${kinds}。`,
  })
}

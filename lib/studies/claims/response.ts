import { Exact } from '@/lib/analytics/claims/exact'
import { isRefusal } from '@/lib/analytics/refusal'
import type { Store } from '@/lib/store/connection/store'
import { eventHeadlines, type Headline } from '../event/headline'
import { studySource } from '../event/source'
import { closesAround } from './closesAround'
import { eventAt } from './eventAt'
import type { ParametersOf } from './kinds'
import { priceSince } from './priceSince'
import { responseFinding, responseFormula } from './responseTold'
import {
  type ClaimInput,
  type ClaimVerdict,
  type Judgement,
  judged,
  type Moments,
  notCheckable,
  type Told,
} from './result'
import { places } from './words'

type Parameters = ParametersOf<'response'>

/** The verdict of the study as one on the statement: a move has to be there, and in the direction that was stated. */
function verdictOf({ verdict, test }: Headline, direction: Parameters['direction']): ClaimVerdict {
  if (verdict === 'cannot-be-decided' || test === null) return 'not-checkable'
  return verdict === 'moved' && test.car < 0 === (direction === 'fall') ? 'holds' : 'does-not-hold'
}

const logReturn: Told = { en: 'log return', zh: '对数收益率' }
const probability: Told = { en: 'probability', zh: '概率' }

function studyInputs({ test, subject }: Headline, judgedAt: Date): ClaimInput[] {
  if (test === null) return []
  const row = (name: Told, value: number, unit: Told): ClaimInput => ({
    ...{
      name,
      value: new Exact(value).toDecimalPlaces(6).toFixed(),
      unit,
      period: test.session.join(' to '),
      feed: null,
    },
    ...{
      document: { en: `Event study of ${subject.event.slug}`, zh: `事件研究：${subject.event.slug}` },
      asOf: judgedAt,
    },
  })
  return [
    row({ en: 'Cumulative abnormal return', zh: '累计超额收益' }, test.car, logReturn),
    row({ en: 'Its standard error', zh: '其标准误' }, test.se, logReturn),
    row({ en: 'p, after Holm', zh: 'p 值，Holm 校正后' }, test.pHolm, probability),
    row({ en: 'Placebo p, after Holm', zh: '安慰剂 p 值，Holm 校正后' }, test.placeboHolm, probability),
    row({ en: 'Smallest detectable move', zh: '可察觉的最小变动' }, test.minimumDetectable, logReturn),
  ]
}

/** A listing's response to an event, as its headline study finds it with what was known when the claim was made; the closes around day 0 are told beside it. */
export async function judgeResponse(store: Store, parameters: Parameters, at: Moments): Promise<Judgement> {
  const event = await eventAt(store, parameters.event, at.judgedAt)
  if (isRefusal(event)) return notCheckable(event.told)
  const source = studySource(store, at.judgedAt)
  const symbol = parameters.listing
  const listing = await source.listing(symbol)
  if (listing === null)
    return notCheckable({ en: `The listing ${symbol} is not stored.`, zh: `没有证券${symbol}的记录。` })
  const headline = (await eventHeadlines(source, event, [symbol])).find(
    ({ subject }) => subject.listing.id === listing.id,
  )
  const benchmark = listing.benchmark === null ? null : await source.listing(listing.benchmark)
  const [own, index] = await Promise.all([
    closesAround(store.sql, listing, event, at.judgedAt),
    benchmark && closesAround(store.sql, benchmark, event, at.judgedAt),
  ])
  if (headline === undefined) throw new Error(`the study of ${event.slug} left out ${symbol}, which it was asked for`)
  const told = {
    headline,
    own,
    index: index && benchmark ? { ...index, name: benchmark.name, nameZh: benchmark.nameZh } : null,
  }
  return judged({
    verdict: verdictOf(headline, parameters.direction),
    inputs: [...(own?.inputs ?? []), ...(index?.inputs ?? []), ...studyInputs(headline, at.judgedAt)],
    formula: responseFormula(told),
    computed: headline.test && {
      value: places(new Exact(headline.test.percent)),
      unit: { en: '% abnormal, [0, +1]', zh: '%，超额收益 [0, +1]' },
    },
    finding: responseFinding(told, parameters.direction),
    since: await priceSince(store.sql, listing, { from: (own?.after ?? own?.dayZero)?.session ?? '', now: at.now }),
  })
}

import type { Headline } from '../event/headline'
import { reasonsZh } from '../event/words'
import type { ClosesAround } from './closesAround'
import type { Told } from './result'
import { figure, percent } from './words'

/** What the texts of a response are made of; closes are null where they are not stored. */
export interface ResponseTold {
  readonly headline: Headline
  readonly own: ClosesAround | null
  readonly index: (ClosesAround & { readonly name: string; readonly nameZh: string }) | null
}

/** The test in one line; null where there is none. */
export function responseFormula({ headline: { test } }: ResponseTold): Told | null {
  if (test === null) return null
  const { car, se, t, df, pHolm, placeboHolm } = test
  const fixed = (value: number, digits: number) => figure(value, digits)
  const ratio = `CAR[0, +1] = ${fixed(car, 5)}; t = ${fixed(car, 5)} / ${fixed(se, 5)} = ${fixed(t, 2)}`
  return {
    en: `${ratio}, ${df} degrees of freedom; p after Holm ${fixed(pHolm, 3)}, placebo p after Holm ${fixed(placeboHolm, 3)}`,
    zh: `${ratio}，自由度 ${df}; Holm 校正后 p 值 ${fixed(pHolm, 3)}，安慰剂 p 值 ${fixed(placeboHolm, 3)}`,
  }
}

function closesTold({ headline, own, index }: ResponseTold): Told {
  const { name, nameZh, currency } = headline.subject.listing
  if (own === null) return { en: '', zh: '' }
  const { before, dayZero, after, change } = own
  const close = (text: string) => figure(text, 2)
  const sameDay = index && index.dayZero.session === dayZero.session ? index : null
  const beside = sameDay && ` while ${sameDay.name} changed by ${percent(sameDay.change, 2)}`
  const besideZh = sameDay && `，同日${sameDay.nameZh}变动${percent(sameDay.change, 2)}`
  const then = after && ` It closed at ${close(after.close)} on ${after.session}.`
  const thenZh = after && `${after.session}收于${close(after.close)}。`
  return {
    en: `${name} closed at ${close(dayZero.close)} ${currency} on ${dayZero.session} after ${close(before.close)}, a change of ${percent(change, 2)}${beside ?? ''}.${then ?? ''} `,
    zh: `${nameZh}${dayZero.session}收于${close(dayZero.close)} ${currency}，前一交易日为${close(before.close)}，变动${percent(change, 2)}${besideZh ?? ''}。${thenZh ?? ''}`,
  }
}

const verdicts: Readonly<Record<Headline['verdict'], (direction: 'up' | 'down') => Told>> = {
  moved: (direction) => ({
    en: direction === 'down' ? 'a move down' : 'a move up',
    zh: direction === 'down' ? '有下跌' : '有上涨',
  }),
  'no-detectable-move': () => ({ en: 'no detectable move', zh: '没有可察觉的变动' }),
  'cannot-be-decided': () => ({ en: 'that it cannot be decided', zh: '无法判定' }),
}

/** The closes around day 0, and what the study of them finds, with the smallest move it could have seen. */
export function responseFinding(of: ResponseTold, direction: 'fall' | 'rise'): Told {
  const closes = closesTold(of)
  const { test, verdict, refusal } = of.headline
  if (refusal) {
    return {
      en: `${closes.en}The event study cannot be decided: ${refusal.detail}.`,
      zh: `${closes.zh}事件研究无法判定：${reasonsZh[refusal.refused]}。`,
    }
  }
  const found = verdicts[verdict](test.car < 0 ? 'down' : 'up')
  const detectable = test.minimumDetectable
  const least = figure(100 * (direction === 'fall' ? -Math.expm1(-detectable) : Math.expm1(detectable)), 1)
  const abnormal = percent(test.percent, 1)
  const stated = direction === 'fall' ? { en: 'a fall', zh: '下跌' } : { en: 'a rise', zh: '上涨' }
  return {
    en: `${closes.en}Against its benchmark the two sessions from day 0 give ${abnormal}; the event study finds ${found.en} (p ${figure(test.pHolm, 2)}, placebo p ${figure(test.placeboHolm, 2)}; ${stated.en} of less than about ${least}% could have gone unseen).`,
    zh: `${closes.zh}相对基准，自第0日起两个交易日为${abnormal}；事件研究的结论是${found.zh}（p值${figure(test.pHolm, 2)}，安慰剂p值${figure(test.placeboHolm, 2)}；小于约${least}%的${stated.zh}可能无法察觉）。`,
  }
}

import type { WindowTest } from '@/lib/analytics/eventStudy/window'
import type { RefusalReason } from '@/lib/analytics/refusal'
import type { Headline } from './headline'
import { level } from './settings'

const percent = (log: number, places = 1) => {
  const value = (100 * Math.abs(Math.expm1(log))).toFixed(places)
  const sign = log > 0 ? '+' : '\u2212'
  return Number(value) === 0 ? `${value}%` : `${sign}${value}%`
}

const share = (p: number) => (p < 0.001 ? 'under 0.1%' : `${(100 * p).toFixed(1)}%`)
const shareZh = (p: number) => (p < 0.001 ? '低于0.1%' : `${(100 * p).toFixed(1)}%`)

/** Why a study cannot be made, in Chinese; the English sentence is the refusal's own. */
export const reasonsZh: Readonly<Record<RefusalReason, string>> = {
  month: '仅知事件所在月份，没有事件日',
  'calendar-unknown': '交易所日历未覆盖该日',
  'no-listing': '事件未涉及任何证券',
  'no-benchmark': '没有可用的基准指数',
  'before-the-data': '事件早于已有行情数据',
  'past-the-data': '行情数据尚未覆盖事件窗口',
  unsettled: '事件窗口内的行情尚未结算',
  'too-few-sessions': '事件前的交易日过少',
  'too-few-events': '事件过少',
  'constant-market': '估计窗口内基准没有变动',
  'no-variation': '估计窗口内没有变动',
  'missing-values': '窗口内有缺失数据',
  'not-known': '当时尚不可知',
}

/** A window's CAR with its band as text, from a log CAR. */
export function bandText({ car, lo, hi }: Pick<WindowTest, 'car' | 'lo' | 'hi'>): string {
  return `${percent(car)} (${percent(lo)} to ${percent(hi)})`
}

/** The verdict of a headline as a sentence, in English and in Chinese. It says "consistent with", never "caused". */
export function verdictSentence(
  { verdict, test, refusal, subject }: Headline,
  family: number,
): { en: string; zh: string } {
  const { name, nameZh } = subject.listing
  if (refusal) {
    return {
      en: `Cannot be decided for ${name}: ${refusal.detail}.`,
      zh: `${nameZh}无法判断：${reasonsZh[refusal.refused]}。`,
    }
  }
  const holm = family > 1 ? ` after Holm over ${family} listings` : ''
  const holmZh = family > 1 ? `（按${family}只证券作Holm校正）` : ''
  const figures = `p ${share(test.pHolm)}, placebo p ${share(test.placeboHolm)}${holm}`
  const figuresZh = `p值${shareZh(test.pHolm)}，安慰剂p值${shareZh(test.placeboHolm)}${holmZh}`
  const car = `the abnormal return over day 0 and the day after is ${bandText(test)}`
  const carZh = `事件日及次日的累计异常收益为${percent(test.car)}（${percent(test.lo)}至${percent(test.hi)}）`
  const least = `±${(100 * Math.expm1(test.minimumDetectable)).toFixed(1)}%`
  if (verdict === 'moved') {
    return {
      en: `${name} moved: ${car}; ${figures}. That is consistent with the event; it is no proof of a cause.`,
      zh: `${nameZh}出现异动：${carZh}；${figuresZh}。这与事件相符，但不能证明因果。`,
    }
  }
  if (verdict === 'no-detectable-move' && test.pHolm < level) {
    const { asFar, days } = test.placebo
    return {
      en: `No detectable move of ${name}: ${car}, and p is ${share(test.pHolm)}${holm}, but ${asFar} of ${days} days without an event moved as far by the same measure (placebo p ${share(test.placeboHolm)}${holm}).`,
      zh: `未检测到${nameZh}的异动：${carZh}，p值${shareZh(test.pHolm)}${holmZh}，但在${days}个无事件交易日中有${asFar}个以同一标准衡量变动不小于此（安慰剂p值${shareZh(test.placeboHolm)}${holmZh}）。`,
    }
  }
  if (verdict === 'no-detectable-move') {
    return {
      en: `No detectable move of ${name}: ${car}; ${figures}. A move smaller than ${least} would probably not have been seen.`,
      zh: `未检测到${nameZh}的异动：${carZh}；${figuresZh}。小于${least}的变动很可能无法被发现。`,
    }
  }
  return {
    en: `Cannot be decided for ${name}: ${car}, p ${share(test.pHolm)}, but the ${test.placebo.days} days without an event that come before are too few to confirm it.`,
    zh: `${nameZh}无法判断：${carZh}，p值${shareZh(test.pHolm)}，但此前仅有${test.placebo.days}个无事件交易日，不足以佐证。`,
  }
}

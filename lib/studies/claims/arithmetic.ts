import { sharesOf, shareVerdict, statedShares } from '@/lib/analytics/claims/share'
import type { ParametersOf } from './kinds'
import { type ClaimInput, type Judgement, judged, type Told } from './result'
import { figure, listed, places, same } from './words'

const stated = (name: Told, value: string): ClaimInput => ({
  ...{ name, value, unit: same('1'), period: null, feed: null },
  ...{ document: { en: 'The statement itself', zh: '原话本身' }, asOf: null },
})

const wholeName = (at: number, count: number): Told => {
  const number = count > 1 ? ` ${at + 1}` : ''
  return { en: `Whole${number}`, zh: `总量${number}` }
}

/** The numbers of a statement against the share that it makes of them. It takes nothing from the store. */
export function judgeArithmetic({ part, wholes, saidShare }: ParametersOf<'arithmetic'>): Judgement {
  const shares = sharesOf(part, wholes)
  const verdict = shareVerdict(shares, saidShare)
  const meant = statedShares(saidShare)
  const [low, high] = [`${figure(shares.low.times(100), 0)}%`, `${figure(shares.high.times(100), 0)}%`]
  const span = low === high ? low : `${low} to ${high}`
  const spanZh = low === high ? low : `${low}至${high}`
  const whole = listed(
    wholes.map((one) => figure(one)),
    ' to ',
  )
  const wholeZh = wholes.map((one) => figure(one)).join('至')
  const said = `${saidShare.numerator}/${saidShare.denominator}`
  const saidPercent = figure((100 * saidShare.numerator) / saidShare.denominator, 0)
  const contradicts = verdict === 'contradicts-itself'
  return judged({
    verdict,
    inputs: [
      stated({ en: 'Part', zh: '部分' }, String(part)),
      ...wholes.map((one, i) => stated(wholeName(i, wholes.length), String(one))),
      stated({ en: 'Stated share', zh: '所述比例' }, said),
    ],
    formula: same(
      wholes.map((one) => `${figure(part)} / ${figure(one)} = ${figure((100 * part) / one, 1)}%`).join('; '),
    ),
    computed: { value: places(shares.low), unit: { en: 'share of the whole', zh: '占总量的比例' } },
    interval: {
      low: places(shares.low),
      high: places(shares.high),
    },
    stated: { low: places(meant.low), high: places(meant.high) },
    finding: {
      en: `${figure(part)} is ${span} of ${whole}; ${said} is about ${saidPercent}%. ${contradicts ? 'The statement refutes itself, whatever the true numbers are.' : 'The stated numbers agree with the stated share.'}`,
      zh: `${figure(part)}相当于${wholeZh}的${spanZh}，而${said}约为${saidPercent}%。${contradicts ? '无论真实数字多少，这一说法都自相矛盾。' : '原话中的数字与所述比例一致。'}`,
    },
  })
}

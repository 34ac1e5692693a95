import { type Shape, texts } from '../i18n/texts'

const en = {
  claim: {
    holds: 'holds',
    'holds-within-rounding': 'holds within rounding',
    'depends-on-the-dates': 'depends on the dates',
    'does-not-hold': 'does not hold',
    'contradicts-itself': 'contradicts itself',
    'not-checkable': 'not checkable',
  },
  study: {
    moved: 'moved',
    'no-detectable-move': 'no detectable move',
    'cannot-be-decided': 'cannot be decided',
  },
}

const zh: Shape<typeof en> = {
  claim: {
    holds: '成立',
    'holds-within-rounding': '在舍入误差内成立',
    'depends-on-the-dates': '取决于起止日期',
    'does-not-hold': '不成立',
    'contradicts-itself': '自相矛盾',
    'not-checkable': '无法核实',
  },
  study: {
    moved: '出现异动',
    'no-detectable-move': '未检测到异动',
    'cannot-be-decided': '无法判断',
  },
}

/** The words of every verdict, of claims and of event studies. */
export const verdictTexts = texts(en, zh)

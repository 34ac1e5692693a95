import type { DueDelivery } from '@/lib/store/delivery/take'
import type { Told } from '@/lib/studies/claims/result'
import type { Names } from '../hit'
import { signalKind } from '../kinds'

/** What a message says in words: a line of subject, and lines of text. */
export interface Words {
  readonly subject: string
  readonly lines: readonly string[]
}

const texts = {
  en: {
    test: (name: string) => ({
      subject: `Tidemark: a test of “${name}”`,
      lines: ['This is a test. Messages of this alert will reach you here.'],
    }),
    noData: (name: string, last: string) => ({
      subject: `Tidemark: no new figures of ${name}`,
      lines: [
        `The last session stored of ${name} is ${last}. Until newer figures come, no rule can say anything about it.`,
      ],
    }),
    session: 'Session',
    known: 'Known since',
    more: 'More',
    foot: 'Consistent with, never proof of a cause. Not investment advice.',
  },
  zh: {
    test: (name: string) => ({
      subject: `Tidemark：“${name}”的测试消息`,
      lines: ['这是一条测试消息。该提醒的消息会送达此处。'],
    }),
    noData: (name: string, last: string) => ({
      subject: `Tidemark：${name}没有新数据`,
      lines: [`${name}已存储的最后一个交易日为 ${last}。在新数据到来之前，任何规则都无法对其作出判断。`],
    }),
    session: '交易日',
    known: '可知自',
    more: '详情',
    foot: '仅表示相符，并不证明因果。不构成投资建议。',
  },
} as const

/** What the signal of a message says, in a sentence; null when it comes of none, or its kind no longer knows its figures. */
function sentenceOf({ rule, signal, listing }: DueDelivery, names: Names): Told | null {
  if (rule === null || signal === null) return null
  return signalKind(rule.kind)?.tell(signal.numbers, names, listing?.symbol ?? null) ?? null
}

/** Where the signals of a message stand on the site. */
function pageOf({ rule, listing }: DueDelivery, site: string): string {
  const query = new URLSearchParams({
    ...(rule === null ? {} : { rule: rule.slug }),
    ...(listing === null ? {} : { listing: listing.symbol }),
  })
  return rule === null ? site : `${site}/signals?${query}`
}

/** A message in the language its alert asks for. `site` is the address of the pages, without a slash at the end. */
export function wordsOf(delivery: DueDelivery, site: string, names: Names): Words {
  const { alert, kind, listing, rule, signal, subject } = delivery
  const { language } = alert.options
  const say = texts[language]
  const named = listing === null ? '' : language === 'zh' ? listing.nameZh : listing.name
  if (kind === 'test') return say.test(alert.name)
  if (kind === 'no-data') return say.noData(named || subject, subject.split(' ')[1] ?? '–')
  const ruleName = rule === null ? '' : language === 'zh' ? rule.nameZh : rule.name
  return {
    subject: `Tidemark: ${[named, ruleName].filter((part) => part !== '').join(' · ')}`,
    lines: [
      sentenceOf(delivery, names)?.[language] ?? signal?.cause ?? '',
      ...(signal?.session ? [`${say.session}: ${signal.session}`] : []),
      ...(signal === null ? [] : [`${say.known}: ${signal.knownAt}`]),
      `${say.more}: ${pageOf(delivery, site)}`,
      '',
      say.foot,
    ],
  }
}

/** The JSON body of a webhook's message: the same whenever it is sent again. */
export function bodyOf(delivery: DueDelivery, site: string, names: Names): string {
  const { alert, createdAt, key, kind, listing, rule, signal, subject } = delivery
  return JSON.stringify({
    type: `tidemark.${kind}`,
    id: key,
    createdAt: createdAt.toISOString(),
    alert: alert.name,
    rule,
    listing,
    signal: signal ?? (kind === 'no-data' ? { subject } : null),
    text: wordsOf(delivery, site, names).lines.join('\n'),
    url: pageOf(delivery, site),
  })
}

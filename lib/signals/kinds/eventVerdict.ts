import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { dayZeroOf } from '@/lib/market/eventTime'
import { isMic } from '@/lib/market/exchange'
import { CalendarUnknownError, nextSession, sessionClose } from '@/lib/market/sessions'
import type { StoredEvent } from '@/lib/store/event/list'
import { eventTimeOf } from '@/lib/store/event/time'
import type { ParametersOf } from '@/lib/store/rule/parameters'
import { figure, listed, listedZh, percent } from '@/lib/studies/claims/words'
import { eventHeadlines, type Headline } from '@/lib/studies/event/headline'
import { type EventVerdict, eventVerdicts } from '@/lib/studies/event/verdict'
import { digits } from '../figures'
import { type Hit, looksAt, type SignalKind } from '../hit'
import { studyUpTo } from '../studyUpTo'

type Parameters = ParametersOf<'event-verdict'>

const numbers = z.object({
  event: z.string(),
  verdict: z.enum(eventVerdicts),
  /** CAR over [0, +1] in percent, its t, and both p after Holm over the listings of the event; null where there is no test. */
  car: z.number().nullable(),
  t: z.number().nullable(),
  p: z.number().nullable(),
  placeboP: z.number().nullable(),
  /** The smallest CAR, in percent, that the test would have found with a probability of 80 %. */
  detectable: z.number().nullable(),
  sessions: z.array(z.string()),
  feeds: z.array(z.string()),
})
type VerdictNumbers = z.infer<typeof numbers>

const words: Readonly<Record<EventVerdict, { readonly en: string; readonly zh: string }>> = {
  moved: { en: 'moved', zh: '出现异动' },
  'no-detectable-move': { en: 'no detectable move', zh: '未检测到异动' },
  'cannot-be-decided': { en: 'cannot be decided', zh: '无法判断' },
}

/** When the session after day 0 has closed on every exchange of the event's listings; null where no day 0 can be told. */
function decidedAt(event: StoredEvent): Date | null {
  const time = eventTimeOf(event)
  const closes = event.listings.flatMap(({ mic }) => {
    if (!isMic(mic)) return []
    const { session } = dayZeroOf(time, mic)
    try {
      return session === null ? [] : [sessionClose(mic, nextSession(mic, session))]
    } catch (error) {
      if (error instanceof CalendarUnknownError) return []
      throw error
    }
  })
  return closes.length === 0 ? null : new Date(Math.max(...closes.map((close) => close.getTime())))
}

function hitOf(event: StoredEvent, { subject, verdict, test }: Headline, knownAt: Date): Hit<VerdictNumbers> {
  const { listing, series, day0 } = subject
  return {
    cause: `${event.slug} ${listing.symbol}`,
    symbol: listing.symbol,
    session: day0,
    knownAt,
    numbers: {
      event: event.slug,
      verdict,
      car: test && digits(test.percent),
      t: test && digits(test.t),
      p: test && digits(test.pHolm),
      placeboP: test && digits(test.placeboHolm),
      detectable: test && digits(100 * Math.expm1(test.minimumDetectable)),
      sessions: [...(test?.session ?? [])],
      feeds: [...series.feeds],
    },
  }
}

/** What the headline test says of an event, once both of its sessions have closed everywhere. */
export const eventVerdict: SignalKind<'event-verdict', VerdictNumbers> = {
  kind: 'event-verdict',
  numbers,
  evaluate: async (reads, { verdicts, events }: Parameters, scope) => {
    const source = reads.study()
    const hits: Hit<VerdictNumbers>[] = []
    for (const event of await source.events()) {
      const at = events === 'all' || event.kind === events ? decidedAt(event) : null
      if (at === null || at > reads.asOf || !event.listings.some(({ symbol }) => looksAt(scope, symbol))) continue
      const headlines = await eventHeadlines(studyUpTo(source, at), event)
      // Each event takes tens of milliseconds of arithmetic: whoever waits for something else is let through between two.
      await setImmediate()
      for (const headline of headlines) {
        const { symbol } = headline.subject.listing
        if (verdicts.includes(headline.verdict) && looksAt(scope, symbol)) hits.push(hitOf(event, headline, at))
      }
    }
    return hits
  },
  tell: ({ event, verdict, car, p, placeboP, detectable }, names, symbol) => {
    const [own, title] = [names.listing(symbol ?? ''), names.event(event)]
    const [said, share] = [words[verdict], (value: number) => figure(100 * value, 1)]
    if (car === null || p === null || placeboP === null || detectable === null) {
      return {
        en: `${own.en} around “${title.en}”: ${said.en}; there is no test.`,
        zh: `${own.zh}，“${title.zh}”前后：${said.zh}，没有可用的检验。`,
      }
    }
    return {
      en: `${own.en} around “${title.en}”: ${said.en}. Abnormal return over two sessions ${percent(car, 1)} (p ${share(p)}%, placebo p ${share(placeboP)}%; ${figure(detectable, 1)}% could have been seen).`,
      zh: `${own.zh}，“${title.zh}”前后：${said.zh}。两个交易日的累计异常收益${percent(car, 1)}（p值${share(p)}%，安慰剂p值${share(placeboP)}%；可检测的最小幅度${figure(detectable, 1)}%）。`,
    }
  },
  describe: ({ verdicts, events }) => {
    const en = { event: 'an event', results: 'a results day', all: 'an event or a results day' }[events]
    const zh = { event: '事件', results: '业绩日', all: '事件或业绩日' }[events]
    return {
      en: `the headline test of ${en} (CAR over day 0 and the session after) says: ${listed(
        verdicts.map((verdict) => words[verdict].en),
        ' or ',
      )}`,
      zh: `${zh}的主检验（事件日及其后一个交易日的累计异常收益）结论为：${listedZh(verdicts.map((verdict) => words[verdict].zh)).replace('和', '或')}`,
    }
  },
}

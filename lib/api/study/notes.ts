import type { Listing } from '@/lib/store/listing/list'
import { headlineWindow } from '@/lib/studies/event/settings'
import type { EventStudy } from '@/lib/studies/event/study'

/** A note in both languages, without its full stop. */
export interface StudyNote {
  readonly en: string
  readonly zh: string
}

/** What a reader of the headline should know beside it: a shifted day 0, a move cut off by a price limit, the benchmark's share, the robustness. */
export function notesOf({ headline, limits, robustness }: EventStudy, benchmark: Listing | null): StudyNote[] {
  const { subject, test } = headline
  const zero = subject.series.session[subject.zero + 1]
  const notes: StudyNote[] = []
  if (subject.day0 !== null && zero !== undefined && subject.zero >= 0 && zero !== subject.day0) {
    notes.push({
      en: `There is no bar of ${subject.day0}: ${zero}, the first session after it, stands for day 0`,
      zh: `${subject.day0} 没有行情：以其后的第一个交易日 ${zero} 作为第 0 日`,
    })
  }
  if (limits.some(({ relative }) => relative >= headlineWindow.from && relative <= headlineWindow.to)) {
    notes.push({
      en: 'A close of the headline window stands at the exchange’s price limit: the move was cut off there',
      zh: '主检验窗口内有收盘价停在涨跌停价：变动在此被截断',
    })
  }
  if (benchmark?.kind === 'index') {
    notes.push({
      en: `Where ${benchmark.name} holds ${subject.listing.name} itself, the abnormal return is smaller than the move by about its weight`,
      zh: `若${benchmark.nameZh}本身包含${subject.listing.nameZh}，异常收益会比实际变动小，差额约为其权重`,
    })
  }
  if (test && robustness.answered > 1) {
    notes.push({
      en: `${robustness.agreeing} of ${robustness.answered} ways of asking agree with the headline in sign and significance`,
      zh: `${robustness.answered} 种问法中有 ${robustness.agreeing} 种在方向与显著性上与主检验一致`,
    })
  }
  return notes
}

import { Badge } from './Badge'
import { useFormat } from './format/useFormat'
import { useTexts } from './i18n/texts'
import { commonTexts } from './messages/common'

/** The age of a series in market time, as the listings view gives it. */
export interface Age {
  readonly state: 'fresh' | 'behind' | 'unknown'
  readonly sessionsBehind: number | null
  readonly lastDue: string | null
}

type AgeTexts = (typeof commonTexts)['en']['age']

/** An age in words: `fresh`, `3 sessions behind`. */
export function ageText({ state, sessionsBehind }: Age, texts: AgeTexts): string {
  if (state === 'fresh') return texts.fresh
  if (state === 'unknown') return texts.unknown
  return sessionsBehind === null ? texts.empty : texts.behind(sessionsBehind)
}

/** Freshness of a series; on hover the last session that was due. */
export function AgeBadge({ age, exchange }: { age: Age; exchange: string }) {
  const [texts, { day }] = [useTexts(commonTexts).age, useFormat()]
  const title = age.lastDue ? texts.lastDue(day(age.lastDue), exchange) : texts.noCalendar(exchange)
  const tone = age.state === 'fresh' ? 'good' : age.state === 'behind' ? 'warn' : 'plain'
  return (
    <Badge tone={tone} title={title}>
      {ageText(age, texts)}
    </Badge>
  )
}

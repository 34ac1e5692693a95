import { Badge } from './Badge'
import { formatDay } from './format/date'
import { formatCount } from './format/number'
import { common } from './messages/common'

/** The age of a series in market time, as the listings view gives it. */
export interface Age {
  readonly state: 'fresh' | 'behind' | 'unknown'
  readonly sessionsBehind: number | null
  readonly lastDue: string | null
}

/** An age in words: `fresh`, `3 sessions behind`. */
export function ageText({ state, sessionsBehind }: Age): string {
  if (state === 'fresh') return common.age.fresh
  if (state === 'unknown') return common.age.unknown
  return sessionsBehind === null ? common.age.empty : `${formatCount(sessionsBehind, 'session')} behind`
}

/** Freshness of a series; on hover the last session that was due. */
export function AgeBadge({ age, exchange }: { age: Age; exchange: string }) {
  const title = age.lastDue ? common.age.lastDue(formatDay(age.lastDue), exchange) : common.age.noCalendar(exchange)
  const tone = age.state === 'fresh' ? 'good' : age.state === 'behind' ? 'warn' : 'plain'
  return (
    <Badge tone={tone} title={title}>
      {ageText(age)}
    </Badge>
  )
}

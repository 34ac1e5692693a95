import type { Shape } from '@/app/_ui/i18n/texts'
import type { workTexts } from '@/app/_ui/messages/work'
import type { RequestView } from '@/lib/api/requests/schema'
import type { RunsSummary } from '@/lib/ingest/request/summary'
import type { FeedTest } from '@/lib/ingest/request/testFeed'

type Texts = Shape<(typeof workTexts)['en']>

/** What came of a request in the words of the page; a feed's own words stay as they are. Pure. */
export function workText(texts: Texts, { kind, state, message, result }: RequestView): string {
  if (state === 'waiting' || state === 'running' || result === null) return message
  if (kind === 'test-feed') {
    const { rows, target, ms, last, value, unit, error } = result as FeedTest
    if (error !== null) return error.message
    const newest = last === null ? [] : [texts.newest(last, [value, unit].filter(Boolean).join(' '))]
    return [texts.tested(rows, target, ms), ...newest].join('; ')
  }
  if (kind === 'look-up') return message
  const { added, changed, unchanged, held, errors, runs } = result as RunsSummary
  if (runs.length === 0 || (added + changed + unchanged + held === 0 && errors.length === 0)) return texts.nothing
  const trouble = errors.map(({ subject, message: why }) => `${subject}: ${why}`)
  return [texts.counts(added, changed, unchanged, held), ...trouble].join('; ')
}

import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { dataTexts } from '@/app/_ui/messages/data'
import type { SeriesAttempt } from '@/lib/api/series/view'
import { useSeriesText } from './useSeriesText'

/** How the newest attempt to refresh a series went; of a failed one what failed stands under it, and the feed's answer on hover. */
export function AttemptCell({ attempt }: { attempt: SeriesAttempt }) {
  const [text, say, { attempt: texts }] = [useSeriesText(), useStored(), useTexts(dataTexts)]
  const why = attempt && attempt.outcome === 'failed' ? text.error(attempt) : null
  return (
    <td
      className={`text whitespace-normal! align-top ${why === null ? 'text-soft' : 'text-warn'}`}
      title={text.attemptTitle(attempt)}
    >
      <span className="whitespace-nowrap">{text.attempt(attempt)}</span>
      {attempt && why !== null && (
        <span className="block text-faint text-small">{texts.by(say(attempt.feedName, attempt.feedNameZh), why)}</span>
      )}
    </td>
  )
}

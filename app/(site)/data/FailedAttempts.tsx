import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { dataTexts } from '@/app/_ui/messages/data'
import type { RunView } from '@/lib/api/runs/view'
import { feedNameZh } from '@/lib/api/source/feedName'
import { useSeriesText } from './useSeriesText'

/** How many attempts of a refresh failed; on demand which, and why. */
export function FailedAttempts({ run }: { run: RunView }) {
  const [{ runs, attempt: texts }, text, say] = [useTexts(dataTexts), useSeriesText(), useStored()]
  const failed = run.attempts.filter(({ outcome }) => outcome === 'failed')
  if (failed.length === 0) return null
  return (
    <details>
      <summary className="whitespace-nowrap text-warn">{runs.failures(failed.length)}</summary>
      <ul className="mt-1 min-w-64 space-y-1 text-small text-soft">
        {failed.map((attempt) => (
          <li key={`${attempt.feed} ${attempt.subject}`} title={attempt.error ?? undefined}>
            <span className="font-medium">{attempt.subject}</span>{' '}
            {texts.by(say(attempt.feedName, feedNameZh(attempt.feed)), say(attempt.error ?? '', text.error(attempt)))}
          </li>
        ))}
      </ul>
    </details>
  )
}

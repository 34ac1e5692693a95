import { formatCount } from '@/app/_ui/format/number'
import type { RunView } from '@/lib/api/runs/view'

/** How many attempts of a refresh failed; on demand which, and why. */
export function FailedAttempts({ run }: { run: RunView }) {
  const failed = run.attempts.filter(({ outcome }) => outcome === 'failed')
  if (failed.length === 0) return null
  return (
    <details>
      <summary className="whitespace-nowrap text-bad">{formatCount(failed.length, 'failure')}</summary>
      <ul className="mt-1 min-w-64 space-y-1 text-small text-soft">
        {failed.map((attempt) => (
          <li key={`${attempt.feed} ${attempt.subject}`}>
            <span className="font-medium">{attempt.subject}</span>, {attempt.feedName}: {attempt.error}
          </li>
        ))}
      </ul>
    </details>
  )
}

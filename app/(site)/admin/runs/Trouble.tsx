import { AskButton } from '@/app/_desk/AskButton'
import { useTexts } from '@/app/_ui/i18n/texts'
import { adminRunsTexts } from '@/app/_ui/messages/adminRuns'
import type { RunView } from '@/lib/api/runs/schema'

/** What a retry of an attempt is asked for: its listing where it was about one, else the job. */
function wantedOf(job: string, subject: string): object {
  return job === 'bars' || job === 'actions' ? { kind: 'refresh', job, listing: subject } : { kind: 'refresh', job }
}

/** What went wrong in a run, each with a button that tries it again; its counts where nothing did. */
export function Trouble({ run }: { run: RunView }) {
  const texts = useTexts(adminRunsTexts)
  const { added, changed, held, job } = run
  const failed = run.attempts.filter(({ outcome }) => outcome === 'failed')
  // A series that went on to a second feed, which answered, is not in trouble.
  const answered = new Set(run.attempts.filter(({ outcome }) => outcome !== 'failed').map(({ subject }) => subject))
  const subjects = [...new Set(failed.map(({ subject }) => subject))]
  return (
    <div className="space-y-1.5">
      <p className="text-soft">{texts.counts(added, changed, held)}</p>
      {subjects.map((subject) => (
        <div key={subject} className="space-y-1">
          {failed
            .filter((attempt) => attempt.subject === subject)
            .map(({ feed, feedName, error }) => (
              <p key={feed} className="wrap-anywhere text-small text-soft">
                <span className="font-medium">{subject}</span>, {feedName}: {error}
              </p>
            ))}
          {!answered.has(subject) && <AskButton text={texts.retry} about={subject} wanted={wantedOf(job, subject)} />}
        </div>
      ))}
    </div>
  )
}

import { useTexts } from '@/app/_ui/i18n/texts'
import { studyTexts } from '@/app/_ui/messages/study'
import { Panel } from '@/app/_ui/Panel'
import type { StudyView } from '@/lib/api/study/schema'

/** The same view as data, and the line that computes it again. `origin` is where the reader has the page from. */
export function RecomputePanel({ view, url, origin }: { view: StudyView; url: string; origin: string }) {
  const texts = useTexts(studyTexts).recompute
  return (
    <Panel title={texts.title}>
      <div className="space-y-2 px-4 pb-4 text-soft">
        <p>
          {texts.text}{' '}
          <a className="link" href={url}>
            {texts.json}
          </a>{' '}
          ·{' '}
          <a className="link" href={`${url}&format=csv`}>
            {texts.csv}
          </a>
        </p>
        {view.input === null ? (
          <p>{texts.none}</p>
        ) : (
          <>
            <p>
              {texts.returns} {texts.how}
            </p>
            <pre
              className="whitespace-pre-wrap wrap-anywhere rounded-md bg-well px-3 py-2 font-mono text-ink text-small"
              data-testid="recompute"
            >
              {`curl -s '${origin}${url}' | npm run --silent study -- -`}
            </pre>
          </>
        )}
      </div>
    </Panel>
  )
}

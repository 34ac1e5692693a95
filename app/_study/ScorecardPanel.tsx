import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { studyTexts } from '@/app/_ui/messages/study'
import { Panel } from '@/app/_ui/Panel'
import type { StudyView } from '@/lib/api/study/schema'
import { AroundScores } from './AroundScores'
import { FitScores } from './FitScores'
import { HeadlineScores } from './HeadlineScores'

interface ScorecardProps {
  readonly view: StudyView
  readonly source: string
  /** Of events by slug, in the language of the page. */
  readonly titles: ReadonlyMap<string, string>
}

/** Everything a study says beside its chart, in three groups, and how many looks that makes. */
export function ScorecardPanel({ view, source, titles }: ScorecardProps) {
  const [texts, say] = [useTexts(studyTexts).scorecard, useStored()]
  return (
    <Panel title={texts.title} note={texts.looks(view.looks)} foot={source}>
      <div className="grid grid-cols-1 gap-x-8 gap-y-5 px-4 pb-3 md:grid-cols-2 xl:grid-cols-3" data-testid="scorecard">
        <HeadlineScores view={view} />
        <FitScores {...{ view, titles }} />
        <AroundScores view={view} />
      </div>
      {view.notes.length > 0 && (
        <div className="border-line border-t px-4 py-2">
          <h3 className="font-medium text-small text-soft">{texts.rows.notes}</h3>
          <ul className="mt-0.5 list-disc space-y-0.5 pl-4 text-small text-soft marker:text-faint">
            {view.notes.map((note, i) => (
              <li key={note}>{say(`${note}.`, `${view.notesZh[i]}。`)}</li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  )
}

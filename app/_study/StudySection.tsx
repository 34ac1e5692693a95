import { sides } from '@/app/_board/sides'
import type { StudyData } from '@/app/_data/event'
import { study as texts } from '@/app/_ui/messages/study'
import { Panel } from '@/app/_ui/Panel'
import type { Query } from '@/app/_ui/url'
import { CarPanel } from './CarPanel'
import { FamilyTable } from './FamilyTable'
import { PlaceboPanel } from './PlaceboPanel'
import { RecomputePanel } from './RecomputePanel'
import { RobustnessPanel } from './RobustnessPanel'
import { ScorecardPanel } from './ScorecardPanel'
import { ListingSwitch, StudyControls } from './StudyControls'
import { useSourceLine } from './useSourceLine'
import { VerdictPanel } from './VerdictPanel'

interface StudySectionProps {
  readonly study: StudyData
  readonly path: string
  readonly query: Query
  readonly origin: string
}

/** The event study of an event's page: the answer first, then its listings, its pictures, and everything else. */
export function StudySection({ study, path, query, origin }: StudySectionProps) {
  const { view, url, problems } = study
  const source = useSourceLine()(view.meta)
  const side = sides.find(({ symbol }) => symbol === view.listing.symbol)?.side ?? 'nvidia'
  // Without day 0 in the data every figure has one and the same reason, which the verdict has told.
  const studied = view.headline.test.refusal === null || view.refusal === null
  const recompute = <RecomputePanel {...{ view, url, origin }} />
  return (
    <>
      {problems.map((problem) => (
        <p key={problem} role="status" className="rounded-md bg-warn-ground px-3 py-2 text-warn">
          {problem}
        </p>
      ))}
      <VerdictPanel view={view} aside={view.listings.length > 1 && <ListingSwitch {...{ path, query, view }} />} />
      <FamilyTable {...{ view, path, query, source }} />
      {studied ? (
        <>
          <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <CarPanel {...{ view, side, source }} controls={<StudyControls {...{ path, query, view }} />} />
            <div className="space-y-4">
              <PlaceboPanel {...{ view, source }} />
              {recompute}
            </div>
          </div>
          <ScorecardPanel {...{ view, source }} />
          <RobustnessPanel {...{ view, source }} />
        </>
      ) : (
        <>
          <Panel title={texts.nothingElse.title}>
            <p className="max-w-prose px-4 pb-4 text-soft">{texts.nothingElse.text}</p>
          </Panel>
          {recompute}
        </>
      )}
    </>
  )
}

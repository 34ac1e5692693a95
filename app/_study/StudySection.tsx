import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { studyTexts } from '@/app/_ui/messages/study'
import type { Query } from '@/app/_ui/url'
import type { RefusalView, StudyView } from '@/lib/api/study/schema'
import { CarPanel } from './CarPanel'
import { PlaceboPanel } from './PlaceboPanel'
import { RecomputePanel } from './RecomputePanel'
import { RobustnessPanel } from './RobustnessPanel'
import { ScorecardPanel } from './ScorecardPanel'
import { ListingSwitch, StudyControls } from './StudyControls'
import { useSourceLine } from './useSourceLine'

interface StudySectionProps {
  readonly view: StudyView
  /** Of the API, for exactly this view. */
  readonly url: string
  readonly path: string
  readonly query: Query
  readonly origin: string
  /** Of events by slug, in the language of the page. */
  readonly titles: ReadonlyMap<string, string>
}

/** Why a study has nothing but its refusal to show: without day 0 in the data every figure has one and the same reason. Null where there is evidence. */
export function refusalOf({ headline, refusal }: StudyView): RefusalView | null {
  return refusal === null ? null : headline.test.refusal
}

/** The evidence for one listing of the event, under the answer: its pictures, the scorecard, the other ways of asking, and the data. */
export function StudySection({ view, url, path, query, origin, titles }: StudySectionProps) {
  const [texts, say] = [useTexts(studyTexts), useStored()]
  const source = useSourceLine()(view.meta)
  const title = texts.detail(say(view.listing.name, view.listing.nameZh))
  return (
    <section aria-label={title} className="space-y-4">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2 pt-2">
        <div className="max-w-prose">
          <h2 className="font-semibold text-[1.125rem] tracking-tight">{title}</h2>
          <p className="text-faint text-small">
            {texts.declared} {texts.percent}
          </p>
        </div>
        {view.listings.length > 1 && <ListingSwitch {...{ path, query, view }} />}
      </div>
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <CarPanel {...{ view, source }} controls={<StudyControls {...{ path, query, view }} />} />
        <div className="space-y-4">
          <PlaceboPanel {...{ view, source }} />
          <RecomputePanel {...{ view, url, origin }} />
        </div>
      </div>
      <ScorecardPanel {...{ view, source, titles }} />
      <RobustnessPanel {...{ view, source }} />
    </section>
  )
}

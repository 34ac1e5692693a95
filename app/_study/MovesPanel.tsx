import { formatShare } from '@/app/_ui/format/number'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { studyTexts } from '@/app/_ui/messages/study'
import { Panel } from '@/app/_ui/Panel'
import { hrefWith, type Query } from '@/app/_ui/url'
import type { StudyView } from '@/lib/api/study/schema'
import { FamilyTable } from './FamilyTable'
import { MoveCard } from './MoveCard'
import { pathsOf, sharedAxis } from './path'
import { useSourceLine } from './useSourceLine'
import { changeText, useStudyWords } from './words'

/** The listing in view less each other one, as far as both could be tested. */
function Differences({ view }: { view: StudyView }) {
  const [{ family, scorecard }, say, words] = [useTexts(studyTexts), useStored(), useStudyWords()]
  if (view.differences.length === 0) return null
  return (
    <ul className="border-line border-t px-4 py-2 text-small text-soft">
      {view.differences.map(({ against, refusal, difference, p, pairing }) => {
        const other = view.listings.find(({ symbol }) => symbol === against)
        const names = {
          one: say(view.listing.name, view.listing.nameZh),
          other: other ? say(other.name, other.nameZh) : against,
        }
        return (
          <li key={against}>
            {family.less(names)}{' '}
            {refusal ? (
              words.refusal(refusal)
            ) : (
              <>
                <b className="font-semibold text-ink">{changeText(difference, 'log')}</b>{' '}
                <span className="text-faint">
                  {family.lessNote({ p: formatShare(p), pairing: scorecard.pairings[pairing] })}
                </span>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}

interface MovesPanelProps {
  readonly view: StudyView
  readonly path: string
  readonly query: Query
}

/** The answer of the page: what each listing of the event did, side by side on one scale, each linked to its detail. */
export function MovesPanel({ view, path, query }: MovesPanelProps) {
  const texts = useTexts(studyTexts)
  const source = useSourceLine()(view.meta)
  const paths = pathsOf(view)
  const axis = sharedAxis(paths)
  const [first] = view.listings
  const many = view.listings.length > 1
  return (
    <Panel title={texts.title} note={texts.titleNote(view.listings.length)} foot={source}>
      <ul
        className={`grid grid-cols-1 divide-line border-line border-t max-md:divide-y ${many ? 'md:grid-cols-2 md:divide-x' : ''}`}
      >
        {view.listings.map((one) => (
          <MoveCard
            key={one.symbol}
            one={one}
            href={hrefWith(path, query, { listing: one.symbol === first?.symbol ? null : one.symbol })}
            current={one.symbol === view.listing.symbol}
            path={paths.find(({ symbol }) => symbol === one.symbol)}
            days={view.days}
            axis={axis}
            source={one.symbol === view.listing.symbol ? source : undefined}
          />
        ))}
      </ul>
      <Differences view={view} />
      <FamilyTable view={view} />
    </Panel>
  )
}

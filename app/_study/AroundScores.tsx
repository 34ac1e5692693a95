import Link from 'next/link'
import { formatDay } from '@/app/_ui/format/date'
import { formatChange, formatNumber, formatShare } from '@/app/_ui/format/number'
import { study } from '@/app/_ui/messages/study'
import type { StudyView, WindowTestView } from '@/lib/api/study/schema'
import { Score, ScoreGroup } from './Score'
import { bandText, changeText, dayText, windowText } from './words'

const texts = study.scorecard
const { rows } = texts

function Drift({ name, test }: { name: string; test: WindowTestView }) {
  return (
    <Score
      name={`${name} ${windowText(test)}`}
      refusal={test.refusal}
      note={texts.tested(bandText(test, 'log'), formatShare(test.p))}
    >
      {changeText(test.car, 'log')}
    </Score>
  )
}

function Differences({ view }: { view: StudyView }) {
  return view.differences.map(({ against, refusal, difference, p, pairing, pairs, correlation }) => {
    const other = view.listings.find(({ symbol }) => symbol === against)
    return (
      <Score
        key={against}
        name={rows.difference(other?.name ?? against)}
        refusal={refusal}
        note={texts.difference({
          p: formatShare(p),
          pairing: texts.pairings[pairing],
          pairs: pairs ?? 0,
          correlation: formatNumber(correlation),
        })}
      >
        {changeText(difference, 'log')}
      </Score>
    )
  })
}

function Flags({ view }: { view: StudyView }) {
  const { confounders, priceLimits, longReturns } = view
  return (
    <>
      <Score name={rows.confounders}>
        {confounders.length === 0
          ? texts.none
          : confounders.map(({ slug, title, relative }) => (
              <span key={slug} className="block">
                <Link href={`/events/${slug}`} prefetch={false} className="link">
                  {title}
                </Link>{' '}
                ({dayText(relative)})
              </span>
            ))}
      </Score>
      <Score name={rows.limits}>
        {priceLimits.length === 0
          ? texts.none
          : priceLimits.map(({ session, relative, direction, share }) => (
              <span key={session} className="block">
                {texts.limitDay({
                  session: formatDay(session),
                  day: dayText(relative),
                  direction: texts.limit[direction],
                  share: formatChange(direction === 'up' ? share : -share, 0),
                })}
              </span>
            ))}
      </Score>
      <Score name={rows.long}>
        {longReturns.length === 0
          ? texts.none
          : longReturns.map(({ session, relative, since, sessions }) => (
              <span key={session} className="block">
                {texts.longReturn({
                  session: formatDay(session),
                  day: dayText(relative),
                  since: formatDay(since),
                  sessions,
                })}
              </span>
            ))}
      </Score>
    </>
  )
}

/** What else happened around day 0: volume, drift, the other listings, and what could disturb the reading. */
export function AroundScores({ view }: { view: StudyView }) {
  const { volume, drift } = view
  const { reversal } = drift
  return (
    <ScoreGroup title={texts.groups.around}>
      <Score name={rows.volume} refusal={volume.refusal} note={texts.volumeNote(formatShare(volume.p))}>
        {texts.times(formatNumber(volume.times))}
      </Score>
      <Drift name={rows.before} test={drift.before} />
      <Drift name={rows.after} test={drift.after} />
      {reversal !== null && (
        <Score name={rows.reversal} note={reversal < 0 ? texts.furthered : texts.reversed}>
          {formatNumber(Math.abs(reversal) * 100, 0)}%
        </Score>
      )}
      <Differences view={view} />
      <Flags view={view} />
    </ScoreGroup>
  )
}

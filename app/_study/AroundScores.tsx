import Link from 'next/link'
import { formatChange, formatNumber, formatShare } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { studyTexts } from '@/app/_ui/messages/study'
import type { StudyView, WindowTestView } from '@/lib/api/study/schema'
import { Score, ScoreGroup } from './Score'
import { changeText, dayText, useStudyWords, windowText } from './words'

function Drift({ name, test }: { name: string; test: WindowTestView }) {
  const [texts, { band }] = [useTexts(studyTexts).scorecard, useStudyWords()]
  return (
    <Score
      name={`${name} ${windowText(test)}`}
      refusal={test.refusal}
      note={texts.tested(band(test, 'log'), formatShare(test.p))}
    >
      {changeText(test.car, 'log')}
    </Score>
  )
}

function Differences({ view }: { view: StudyView }) {
  const [texts, say] = [useTexts(studyTexts).scorecard, useStored()]
  return view.differences.map(({ against, refusal, difference, p, pairing, pairs, correlation }) => {
    const other = view.listings.find(({ symbol }) => symbol === against)
    return (
      <Score
        key={against}
        name={texts.rows.difference(other ? say(other.name, other.nameZh) : against)}
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
  const [texts, say, { day }] = [useTexts(studyTexts).scorecard, useStored(), useFormat()]
  const { rows } = texts
  const { confounders, priceLimits, longReturns } = view
  return (
    <>
      <Score name={rows.confounders}>
        {confounders.length === 0
          ? texts.none
          : confounders.map(({ slug, title, titleZh, relative }) => (
              <span key={slug} className="block">
                <Link href={`/events/${slug}`} prefetch={false} className="link">
                  {say(title, titleZh)}
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
                  session: day(session),
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
                  session: day(session),
                  day: dayText(relative),
                  since: day(since),
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
  const texts = useTexts(studyTexts).scorecard
  const { rows } = texts
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

import Link from 'next/link'
import { formatDay } from '@/app/_ui/format/date'
import { formatChange, formatNumber } from '@/app/_ui/format/number'
import { study } from '@/app/_ui/messages/study'
import type { StudyView } from '@/lib/api/study/schema'
import { Score, ScoreGroup } from './Score'
import { dayText } from './words'

const texts = study.scorecard

function LeftOut({ estimation }: { estimation: NonNullable<StudyView['estimation']> }) {
  const { leftOut } = estimation
  if (leftOut.length === 0) return texts.leftOut(0)
  const byEvent = new Map<string, string[]>()
  for (const { session, events } of leftOut) {
    for (const slug of events) byEvent.set(slug, [...(byEvent.get(slug) ?? []), session])
  }
  return (
    <details>
      <summary className="font-normal">{texts.leftOut(leftOut.length)}</summary>
      <ul className="mt-1 space-y-1 font-normal text-faint text-small">
        {[...byEvent].map(([slug, sessions]) => (
          <li key={slug}>
            <Link href={`/events/${slug}`} prefetch={false} className="link break-words">
              {slug}
            </Link>
            : {sessions.map(formatDay).join(', ')}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The estimation window of the windows asked for, and the fit on it. */
export function FitScores({ view }: { view: StudyView }) {
  const { estimation, benchmark, alpha, beta, seAlpha, seBeta, r2, sigma, df, settings } = view
  const { rows } = texts
  const se = (value: number | null, digits: number) => (value === null ? null : texts.se(formatNumber(value, digits)))
  return (
    <ScoreGroup title={texts.groups.fit}>
      {estimation === null ? (
        <Score name={rows.window} refusal={view.refusal} />
      ) : (
        <>
          <Score name={rows.window} note={texts.before(settings.gap, dayText(-settings.pre))}>
            {texts.span(formatDay(estimation.from), formatDay(estimation.to))}
          </Score>
          <Score name={rows.used} note={estimation.note && `${estimation.note}.`}>
            {texts.used(estimation)}
          </Score>
          <Score name={rows.leftOut}>
            <LeftOut estimation={estimation} />
          </Score>
          <Score name={rows.benchmark}>{benchmark?.name ?? texts.noBenchmark}</Score>
          <Score name={rows.alpha} note={se(seAlpha, 5)}>
            {formatNumber(alpha, 5)}
          </Score>
          <Score name={rows.beta} note={se(seBeta, 3)}>
            {formatNumber(beta, 3)}
          </Score>
          <Score name={rows.r2}>{formatNumber(r2, 3)}</Score>
          <Score name={rows.sigma} note={texts.sigma(df ?? 0)}>
            {formatChange(sigma).replace('+', '')}
          </Score>
        </>
      )}
    </ScoreGroup>
  )
}

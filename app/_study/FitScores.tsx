import Link from 'next/link'
import { formatChange, formatNumber } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { commonTexts } from '@/app/_ui/messages/common'
import { studyTexts } from '@/app/_ui/messages/study'
import type { StudyView } from '@/lib/api/study/schema'
import { Score, ScoreGroup } from './Score'
import { dayText } from './words'

interface LeftOutProps {
  readonly estimation: NonNullable<StudyView['estimation']>
  /** Of events by slug, in the language of the page. */
  readonly titles: ReadonlyMap<string, string>
}

function LeftOut({ estimation, titles }: LeftOutProps) {
  const [texts, { listSeparator }, { day }] = [useTexts(studyTexts).scorecard, useTexts(commonTexts), useFormat()]
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
              {titles.get(slug) ?? slug}
            </Link>
            : {sessions.map(day).join(listSeparator)}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The estimation window of the windows asked for, and the fit on it. */
export function FitScores({ view, titles }: { view: StudyView; titles: ReadonlyMap<string, string> }) {
  const [texts, say, { day }] = [useTexts(studyTexts).scorecard, useStored(), useFormat()]
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
            {texts.span(day(estimation.from), day(estimation.to))}
          </Score>
          <Score name={rows.used} note={estimation.note && say(`${estimation.note}.`, `${estimation.noteZh}。`)}>
            {texts.used(estimation)}
          </Score>
          <Score name={rows.leftOut}>
            <LeftOut {...{ estimation, titles }} />
          </Score>
          <Score name={rows.benchmark}>{benchmark ? say(benchmark.name, benchmark.nameZh) : texts.noBenchmark}</Score>
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

import { formatNumber, formatShare } from '@/app/_ui/format/number'
import { useTexts } from '@/app/_ui/i18n/texts'
import { studyTexts } from '@/app/_ui/messages/study'
import type { StudyView } from '@/lib/api/study/schema'
import { Score, ScoreGroup } from './Score'
import { changeText, detectableText, useStudyWords } from './words'

/** The headline and what stands beside it: its p by three ways, the bootstrap, and its rank. */
export function HeadlineScores({ view }: { view: StudyView }) {
  const [{ scorecard: texts, power }, { band }] = [useTexts(studyTexts), useStudyWords()]
  const { headline, bootstrap, rank, placebo } = view
  const { test } = headline
  const { rows } = texts
  const tested = view.listings.filter((one) => one.test.refusal === null).length
  if (test.refusal) {
    return (
      <ScoreGroup title={texts.groups.headline}>
        <Score name={rows.car} refusal={test.refusal} />
      </ScoreGroup>
    )
  }
  return (
    <ScoreGroup title={texts.groups.headline}>
      <Score
        name={rows.car}
        note={
          <>
            {texts.band(band(test, 'log'))}; {texts.t(formatNumber(test.t), test.df ?? 0)}
          </>
        }
      >
        {changeText(test.car, 'log')}
      </Score>
      <Score name={rows.p} note={texts.holm(formatShare(headline.pHolm), tested)}>
        {formatShare(test.p)}
      </Score>
      <Score
        name={rows.placebo}
        note={
          <>
            {texts.holm(formatShare(headline.placeboHolm), tested)}
            {placebo && `; ${texts.asFar(placebo.asFar, placebo.days)}`}
          </>
        }
      >
        {formatShare(headline.placeboP)}
      </Score>
      <Score
        name={rows.bootstrap}
        refusal={bootstrap.refusal}
        note={texts.resampled({
          resamples: formatNumber(bootstrap.resamples, 0),
          block: bootstrap.block ?? 0,
          seed: bootstrap.seed ?? 0,
          p: formatShare(bootstrap.p),
        })}
      >
        {band(bootstrap, 'log')}
      </Score>
      <Score name={rows.least} note={power}>
        {detectableText(headline.minimumDetectable)}
      </Score>
      {rank && (
        <Score name={rows.rank} note={texts.rank(formatNumber(rank.of, 0))}>
          {texts.asFar(rank.asFar, rank.of)}
        </Score>
      )}
    </ScoreGroup>
  )
}

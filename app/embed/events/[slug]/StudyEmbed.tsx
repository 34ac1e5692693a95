import { CarChart } from '@/app/_study/CarChart'
import { CarLegend } from '@/app/_study/CarLegend'
import { carPoints, sessionMarks } from '@/app/_study/carFigure'
import { colourOf } from '@/app/_study/colours'
import { changeText, dayText, useStudyWords } from '@/app/_study/words'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { studyTexts } from '@/app/_ui/messages/study'
import { VerdictBadge } from '@/app/_ui/VerdictBadge'
import type { StudyView } from '@/lib/api/study/schema'

/** The verdict of a study, its sentence and its chart. */
export function StudyEmbed({ view }: { view: StudyView }) {
  const [{ car: texts }, say, { band, refusal }] = [useTexts(studyTexts), useStored(), useStudyWords()]
  const points = carPoints(view)
  const colour = colourOf(view.listing.symbol)
  const { days, settings } = view
  const end = { lo: view.carLo.at(-1) ?? null, hi: view.carHi.at(-1) ?? null }
  return (
    <div className="space-y-3 px-4">
      <p>
        <VerdictBadge of="study" verdict={view.verdict} /> {say(view.sentence, view.sentenceZh)}
      </p>
      {points === null ? (
        <p className="text-soft">
          {texts.none} {view.refusal && refusal(view.refusal)}
        </p>
      ) : (
        <>
          <CarLegend colour={colour} />
          <CarChart
            {...{ points, colour }}
            marks={sessionMarks(view, texts.marks.limit)}
            label={texts.label({
              listing: say(view.listing.name, view.listing.nameZh),
              ...{ from: dayText(days[0] ?? 0), to: dayText(days.at(-1) ?? 0) },
              ...{ car: changeText(view.car.at(-1) ?? null, settings.returns), band: band(end, settings.returns) },
            })}
          />
        </>
      )}
    </div>
  )
}

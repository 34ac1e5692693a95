import { sides } from '@/app/_board/sides'
import { carPoints } from '@/app/_study/carFigure'
import { formats } from '@/app/_ui/format/useFormat'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { plainText } from '@/app/_ui/markdown/plainText'
import { pictureTexts } from '@/app/_ui/messages/picture'
import { verdictTexts } from '@/app/_ui/messages/verdict'
import { verdictTone } from '@/app/_ui/VerdictBadge'
import type { EventView } from '@/lib/api/events/view'
import type { StudyView } from '@/lib/api/study/schema'
import type { Picture } from '../Frame'
import type { Look } from '../look'
import { Label, Pill } from '../parts'
import { StudyBody } from '../StudyBody'
import { linesOf } from '../textWidth'
import { footText, sourceName } from './foot'

/** Day 0 of each listing in one line. */
function dayZeroLine({ dayZero, listings }: EventView, { language }: Look): string {
  const texts = pictureTexts[language]
  return dayZero
    .map(({ symbol, session }) => {
      const name = listings.find((listing) => listing.symbol === symbol)?.symbol ?? symbol
      return session === null ? texts.noDayZero(name) : texts.dayZero(name, formats[language].day(session))
    })
    .join(' · ')
}

/** An event without a study: what happened. */
export function eventPicture(event: EventView, asOf: string, look: Look): Picture {
  const { language, px, colours } = look
  return {
    title: inLanguage(language, event.title, event.titleZh),
    notes: [formats[language].span(event.start.slice(0, 10), event.end)],
    foot: footText([event.sourceName], asOf, language),
    body: ({ width }) => (
      <div style={{ display: 'flex', flexDirection: 'column', width }}>
        <div style={{ display: 'block', width, fontSize: px(28), lineHeight: 1.5, lineClamp: 9 }}>
          {plainText(inLanguage(language, event.text, event.textZh))}
        </div>
        <div style={{ display: 'flex', marginTop: px(18), fontSize: px(21), color: colours.faint }}>
          {pictureTexts[language].noStudy}
        </div>
      </div>
    ),
  }
}

/** The study of an event for one listing: its verdict, day 0 on each exchange, CAR and AR. */
export function studyPicture(event: EventView, study: StudyView, asOf: string, look: Look): Picture {
  const { language, px, colours } = look
  const points = carPoints(study)
  const colour = sides.find(({ symbol }) => symbol === study.listing.symbol)?.side ?? 'soft'
  const sentence = inLanguage(language, study.sentence, study.sentenceZh)
  return {
    title: inLanguage(language, study.event.title, study.event.titleZh),
    notes: [dayZeroLine(event, look)],
    foot: footText(
      study.meta.source.map(({ feed }) => sourceName(feed, language)),
      asOf,
      language,
    ),
    body: ({ width, height }) => {
      const lines = Math.min(3, linesOf(sentence, px(23), width - px(270)))
      const top = lines * px(34) + px(16)
      return (
        <div style={{ display: 'flex', flexDirection: 'column', width, height }}>
          <div style={{ display: 'flex', alignItems: 'flex-start', height: top, fontSize: px(23) }}>
            <Pill text={verdictTexts[language].study[study.verdict]} tone={verdictTone(study.verdict)} look={look} />
            <div
              style={{
                display: 'block',
                marginLeft: px(16),
                width: width - px(270),
                lineHeight: 1.45,
                lineClamp: lines,
              }}
            >
              {sentence}
            </div>
          </div>
          {points === null ? (
            <Label
              {...{ x: width / 2, y: height / 2, anchor: 'middle', size: px(22), colour: colours.soft }}
              text={pictureTexts[language].noStudy}
            />
          ) : (
            <StudyBody {...{ points, colour, look }} room={{ width, height: height - top }} />
          )}
        </div>
      )
    },
  }
}
